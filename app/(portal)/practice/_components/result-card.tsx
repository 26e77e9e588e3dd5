"use client";

import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { Force } from "@/lib/domain/access/roles";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { type PracticeAnswer, scorePractice } from "@/lib/domain/tasks/practice/judge";

export type Saved = { ok: true; minutes: number } | { ok: false; message: string };

interface ResultCardProps {
  force: Force;
  answers: Record<string, PracticeAnswer>;
  /** null while it is being kept */
  saved: Saved | null;
  onAgain: () => void;
}

/** What was right, and what to read again. */
export function ResultCard({ force, answers, saved, onAgain }: ResultCardProps) {
  const t = useTranslations("practice");
  const { right, total, mistakes } = scorePractice(EXERCISES[force], answers, CURRENT_MODEL);
  return (
    <Card className="reading" title={t("result.title", { score: right, total })}>
      <div className="flex flex-col gap-4">
        {saved === null ? <p className="text-quiet">{t("saving")}</p> : null}
        {saved && !saved.ok ? <Banner tone="danger" live title={saved.message} /> : null}
        <p>{t(right === total ? "result.all" : "result.some")}</p>
        <Mistakes mistakes={mistakes} />
        {saved?.ok ? (
          <p role="status" className="text-quiet">
            {t("result.minutes", { minutes: saved.minutes })}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/home" variant="primary">
            {t("result.toWork")}
          </LinkButton>
          <Button onClick={onAgain}>{t("result.again")}</Button>
        </div>
      </div>
    </Card>
  );
}

function Mistakes({ mistakes }: { mistakes: Partial<Record<DifferenceClass, number>> }) {
  const t = useTranslations("practice.result");
  const words = useTranslations("common.compare.class");
  const entries = Object.entries(mistakes) as [DifferenceClass, number][];
  if (entries.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {entries.map(([kind, count]) => (
        <li key={kind}>
          {t("mistake", { name: words(kind), count })} ·{" "}
          <TextLink href={`/help#${kind}`}>{t("read")}</TextLink>
        </li>
      ))}
    </ul>
  );
}
