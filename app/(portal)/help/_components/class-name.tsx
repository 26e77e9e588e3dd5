"use client";

import { useTranslations } from "use-intl/react";
import { MARK_COLOUR, markOfClass } from "@/components/compare/mark-style";
import { Sign } from "@/components/compare/sign";
import type { ExplainedClass } from "@/lib/domain/matching/class-samples";

/** The class as a heading: its sign, and its words with a capital. */
export function ClassName({ kind }: { kind: ExplainedClass }) {
  const t = useTranslations("common.compare.class");
  const words = t(kind);
  const mark = markOfClass(kind);
  return (
    <span className="inline-flex items-center gap-2">
      <span className={MARK_COLOUR[mark]}>
        <Sign mark={mark} />
      </span>
      {words.charAt(0).toLocaleUpperCase("vi") + words.slice(1)}
    </span>
  );
}
