"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Icon } from "@/components/ui/icon";
import { Mark } from "./mark";

/** Mark, product name and the unit of the viewer; on a phone only the unit's own name. */
export function Brand({ unitTrail = [] }: { unitTrail?: readonly string[] }) {
  const t = useTranslations("shell");
  const own = unitTrail.at(-1);
  return (
    <div className="flex min-w-0 items-center gap-3">
      <Link href="/" aria-label={t("home")} className="rounded-md">
        <Mark />
      </Link>
      <div className="flex min-w-0 flex-col @min-[60rem]:flex-row @min-[60rem]:items-center @min-[60rem]:gap-4">
        <span className="truncate text-sm font-semibold @min-[60rem]:text-base">
          {t("productName")}
        </span>
        {own ? (
          <span className="truncate text-xs text-quiet @min-[60rem]:hidden">{own}</span>
        ) : null}
        {own ? <UnitTrail label={t("unit")} trail={unitTrail} /> : null}
      </div>
    </div>
  );
}

function UnitTrail({ label, trail }: { label: string; trail: readonly string[] }) {
  return (
    <ol
      aria-label={label}
      className="hidden min-w-0 items-center gap-1 border-l border-line pl-4 text-sm text-quiet @min-[60rem]:flex"
    >
      {trail.map((name, index) => (
        <li key={name} className="flex min-w-0 items-center gap-1 last:text-ink">
          {index > 0 ? <Icon name="chevronRight" size={14} /> : null}
          <span className="truncate">{name}</span>
        </li>
      ))}
    </ol>
  );
}
