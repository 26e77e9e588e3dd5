"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Force } from "@/lib/domain/access/roles";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import type { PracticeAnswer } from "@/lib/domain/tasks/practice/judge";
import { finish } from "../actions";
import { ExerciseCard } from "./exercise-card";
import { ResultCard, type Saved } from "./result-card";

interface PracticeRunProps {
  force: Force;
  intro: string;
  last?: string;
  /** what F1 shows on an exercise */
  legend: ReactNode;
}

type Answers = Record<string, PracticeAnswer>;

const MINUTE = 60_000;

/** From the first exercise to the result. Only what was answered first is kept of each. */
export function PracticeRun({ force, intro, last, legend }: PracticeRunProps) {
  const t = useTranslations("practice");
  const exercises = EXERCISES[force];
  const [at, setAt] = useState<number | null>(null);
  const [answers, setAnswers] = useState<Answers>({});
  const [saved, setSaved] = useState<Saved | null>(null);
  const begun = useRef(0);
  const begin = () => {
    begun.current = Date.now();
    setAnswers({});
    setSaved(null);
    setAt(0);
  };
  const save = async () => {
    const minutes = Math.max(1, Math.ceil((Date.now() - begun.current) / MINUTE));
    const offline = { ok: false, message: t("result.offline") } as const;
    const answer = await finish(answers, minutes).catch(() => offline);
    setSaved(answer.ok ? { ok: true, minutes } : answer);
  };
  const goOn = () => {
    const next = (at ?? 0) + 1;
    setAt(next);
    if (next === exercises.length) void save();
  };
  if (at === null) {
    return (
      <Card className="reading">
        <p>{intro}</p>
        {last ? <p className="mt-2 text-quiet">{last}</p> : null}
        <Button variant="primary" className="mt-4" onClick={begin}>
          {t("start")}
        </Button>
      </Card>
    );
  }
  const exercise = exercises[at];
  if (!exercise) {
    return <ResultCard force={force} answers={answers} saved={saved} onAgain={begin} />;
  }
  return (
    <ExerciseCard
      key={exercise.id}
      force={force}
      exercise={exercise}
      legend={legend}
      position={{ at: at + 1, total: exercises.length }}
      onAnswer={(answer) => setAnswers({ ...answers, [exercise.id]: answer })}
      onNext={goOn}
    />
  );
}
