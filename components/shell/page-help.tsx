"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl/react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { TextLink } from "@/components/ui/text-link";
import { topicOf } from "./help-topic";

interface PageHelpProps {
  open: boolean;
  onClose: () => void;
}

const KEYS = ["search", "help", "leave", "tab"] as const;

/** What the page at hand is for, what to do on it, and the keys that work everywhere. */
export function PageHelp({ open, onClose }: PageHelpProps) {
  const t = useTranslations("shortcuts");
  const topic = topicOf(usePathname());
  return (
    <Dialog open={open} onClose={onClose} title={t("help.title")}>
      <div className="flex flex-col gap-5">
        <p>{topic ? t(`page.${topic}`) : t("help.general")}</p>
        <div className="hidden md:block">
          <h3 className="mb-2">{t("help.keys")}</h3>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
            {KEYS.map((key) => (
              <div key={key} className="contents">
                <dt>
                  <Kbd>{t(`keyName.${key}`)}</Kbd>
                </dt>
                <dd>{t(`keyDoes.${key}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <p>
          <TextLink href="/help" onClick={onClose}>
            {t("help.more")}
          </TextLink>
        </p>
      </div>
    </Dialog>
  );
}
