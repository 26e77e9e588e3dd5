"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Icon } from "@/components/ui/icon";
import type { SelectOption } from "@/components/ui/select";
import { type Look, lookCookie, writeLook } from "./look";
import { ParamFields, type PlainParams } from "./param-fields";

interface LookMenuProps {
  /** The list's name, for remembering. */
  list: string;
  /** Its address. */
  action: string;
  /** What else the address says; kept. */
  params: PlainParams;
  columns: readonly SelectOption[];
  look: Look;
  /** The address itself asks for this look: remembered for the next time. */
  remember: boolean;
}

const YEAR = 365 * 24 * 60 * 60;

/** Which columns, and how close the rows are: two small forms that ask for another address. */
export function LookMenu({ list, action, params, columns, look, remember }: LookMenuProps) {
  const t = useTranslations("lists.look");
  const kept = writeLook(look);
  useEffect(() => {
    if (!remember) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in every browser
    document.cookie = `${lookCookie(list)}=${kept}; path=/; max-age=${YEAR}; samesite=lax`;
  }, [list, kept, remember]);
  const style = buttonStyle({ variant: "secondary", size: "sm" });
  return (
    <>
      <Disclosure
        sheet
        className={style}
        summary={
          <>
            <Icon name="columns" size={16} />
            {t("columns")}
            <Icon name="chevronDown" size={16} />
          </>
        }
      >
        <form action={action} className="flex flex-col gap-2">
          <ParamFields params={{ ...params, density: look.density }} />
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-semibold">{t("columnsTitle")}</legend>
            {columns.map(({ value, label }) => (
              <Checkbox
                key={`${value} ${look.columns.includes(value)}`}
                name="cols"
                value={value}
                label={label}
                defaultChecked={look.columns.includes(value)}
              />
            ))}
          </fieldset>
          <Button type="submit" size="sm">
            {t("apply")}
          </Button>
        </form>
      </Disclosure>
      {/* cards of a phone are as close as they can be */}
      <div className="max-md:hidden">
        <Disclosure
          sheet
          className={style}
          summary={
            <>
              {t("density")}
              <Icon name="chevronDown" size={16} />
            </>
          }
        >
          <form action={action} className="flex flex-col gap-2">
            <ParamFields params={{ ...params, cols: look.columns.join(",") }} />
            {(["regular", "compact"] as const).map((density) => (
              <Button
                key={density}
                type="submit"
                name="density"
                value={density}
                variant={look.density === density ? "primary" : "secondary"}
                aria-pressed={look.density === density}
              >
                {t(density)}
              </Button>
            ))}
          </form>
        </Disclosure>
      </div>
    </>
  );
}
