"use client";

import { useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface MadeLinkProps {
  /** What has been done: "Đã tạo tài khoản …". */
  title: string;
  link: string;
  hours: number;
}

/** The one-time link, the only time that it can be seen. */
export function MadeLink({ title, link, hours }: MadeLinkProps) {
  const t = useTranslations("officers.link");
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="settled" title={title} live>
        {t("once")}
      </Banner>
      <CopyField label={t("label")} hint={t("valid", { hours })} value={link} />
    </div>
  );
}

type Copying = "idle" | "copied" | "failed";

/** A text to pass on: by the button, or by hand where the browser gives no access to its clipboard. */
function CopyField({ label, hint, value }: { label: string; hint: string; value: string }) {
  const t = useTranslations("officers.link");
  const box = useRef<HTMLInputElement>(null);
  const [copying, setCopying] = useState<Copying>("idle");
  async function copy() {
    box.current?.select();
    const copied = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    setCopying(copied ? "copied" : "failed");
  }
  return (
    <Field name="link" label={label} hint={hint}>
      {(control) => (
        <>
          <div className="flex flex-wrap gap-3 sm:flex-nowrap">
            <Input
              {...control}
              ref={box}
              value={value}
              readOnly
              onFocus={(event) => event.target.select()}
            />
            <Button
              icon={copying === "copied" ? "check" : "file"}
              onClick={copy}
              className="shrink-0 whitespace-nowrap"
            >
              {copying === "copied" ? t("copied") : t("copy")}
            </Button>
          </div>
          <p role="status" className="text-sm">
            {copying === "failed" ? t("copyFailed") : null}
          </p>
        </>
      )}
    </Field>
  );
}
