"use client";

import { useTranslations } from "use-intl/react";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import type { Mark } from "./difference";
import { markOfClass } from "./mark-style";
import { Sign } from "./sign";

const COLOURS: Record<Mark, string> = {
  same: "text-settled",
  diacritics: "text-waiting",
  swapped: "text-info",
  letters: "text-danger",
  missing: "text-danger",
  different: "text-danger",
};

/** A class of difference: its sign and its words. */
export function ClassLabel({ kind }: { kind: DifferenceClass }) {
  const t = useTranslations("common.compare.class");
  const mark = markOfClass(kind);
  return (
    <span className={`inline-flex items-start gap-1.5 text-sm ${COLOURS[mark]}`}>
      <span className="shrink-0">
        <Sign mark={mark} />
      </span>
      {t(kind)}
    </span>
  );
}
