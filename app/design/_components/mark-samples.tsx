"use client";

import { useTranslations } from "use-intl/react";
import { ClassLabel } from "@/components/compare/class-label";
import { differenceOf } from "@/components/compare/difference";
import { MarkedText } from "@/components/compare/marked-text";
import { ScoreMeter } from "@/components/compare/score-meter";
import { Card } from "@/components/ui/card";
import { CLASS_SAMPLES, EXPLAINED_CLASSES } from "@/lib/domain/matching/class-samples";
import samples from "./samples.json";

const THRESHOLD = 0.92;

/** Every class of difference with its marks, and the score on both sides of its threshold. */
export function MarkSamples() {
  return (
    <Card title={samples.sections.marks}>
      <Marks />
      <ScoreMeter live={{ score: 0.87, threshold: THRESHOLD, settlingField: "birthDate" }} />
      <ScoreMeter live={{ score: 0.96, threshold: THRESHOLD }} />
      <ScoreMeter live={{ score: 0.96, threshold: THRESHOLD, contested: true }} />
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
