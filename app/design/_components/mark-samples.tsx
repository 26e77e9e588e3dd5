"use client";

import { useTranslations } from "use-intl/react";
import { ClassLabel } from "@/components/compare/class-label";
import { differenceOf } from "@/components/compare/difference";
import { MarkedText } from "@/components/compare/marked-text";
import { ScoreMeter } from "@/components/compare/score-meter";
import { Card } from "@/components/ui/card";
import { CLASS_SAMPLES, EXPLAINED_CLASSES } from "@/lib/domain/matching/class-samples";
import samples from "./samples.json";

const SCHEMES = ["light", "dark"] as const;
const THRESHOLD = 0.92;

/** Every class with its marks, in both themes beside each other whatever the viewer has chosen. */
export function MarkSamples() {
  return (
    <Card title={samples.sections.marks} flush>
      <div className="grid md:grid-cols-2">
        {SCHEMES.map((colorScheme) => (
          <div key={colorScheme} style={{ colorScheme }} className="bg-surface p-4 text-ink md:p-5">
            <Marks />
            <ScoreMeter live={{ score: 0.87, threshold: THRESHOLD, settlingField: "birthDate" }} />
            <ScoreMeter live={{ score: 0.96, threshold: THRESHOLD }} />
            <ScoreMeter live={{ score: 0.96, threshold: THRESHOLD, contested: true }} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function Marks() {
  const t = useTranslations("common.compare.fields");
  return (
    <ul className="mb-4 flex flex-col gap-2">
      {EXPLAINED_CLASSES.map((kind) => {
        const { field, record, registry } = CLASS_SAMPLES[kind];
        const sides = differenceOf(record, registry, kind);
        return (
          <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="w-28 text-sm text-quiet">{t(field)}</span>
            <MarkedText parts={sides.record} />
            <MarkedText parts={sides.registry} />
            <ClassLabel kind={kind} />
          </li>
        );
      })}
    </ul>
  );
}
