"use client";

import { useTranslations } from "use-intl/react";
import { differenceOf } from "@/components/compare/difference";
import { MarkedText } from "@/components/compare/marked-text";
import { CLASS_SAMPLES, type ExplainedClass } from "@/lib/domain/matching/class-samples";

/** Both sides with their letters marked, by the same code that draws them on a real record. */
export function ClassSample({ kind }: { kind: ExplainedClass }) {
  const t = useTranslations("common.compare");
  const { field, record, registry } = CLASS_SAMPLES[kind];
  const sides = differenceOf(record, registry, kind);
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 rounded-md border border-line px-3 py-2">
      {(["record", "registry"] as const).map((side) => (
        <div key={side}>
          <dt className="text-xs text-quiet">
            {t(`columns.${side}`)} · {t(`fields.${field}`)}
          </dt>
          <dd>
            <MarkedText parts={sides[side]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
