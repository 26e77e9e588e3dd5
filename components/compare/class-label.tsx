"use client";

import { useTranslations } from "use-intl/react";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { MARK_COLOUR, markOfClass } from "./mark-style";
import { Sign } from "./sign";

/** A class of difference: its sign and its words. */
export function ClassLabel({ kind }: { kind: DifferenceClass }) {
  const t = useTranslations("common.compare.class");
  const mark = markOfClass(kind);
  return (
    <span className={`inline-flex items-start gap-1.5 text-sm ${MARK_COLOUR[mark]}`}>
      <span className="shrink-0">
        <Sign mark={mark} />
      </span>
      {t(kind)}
    </span>
  );
}
