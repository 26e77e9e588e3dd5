"use client";

import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { CompareRows } from "@/components/compare/compare-rows";
import { initialValue } from "@/components/compare/settlement";
import { Card } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { StateChip } from "@/components/ui/state-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Force } from "@/lib/domain/access/roles";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { type Exercise, STEPS_OF } from "@/lib/domain/tasks/practice/exercise";
import { type Judgement, judge, type PracticeAnswer } from "@/lib/domain/tasks/practice/judge";
import { Feedback } from "./feedback";
import { liveScore, rowsOf } from "./practice-view";
import { stepName, type WordedExercise } from "./words";

interface ExerciseCardProps {
  force: Force;
  exercise: Exercise;
  position: { at: number; total: number };
  legend: ReactNode;
  onAnswer: (answer: PracticeAnswer) => void;
  onNext: () => void;
}

/** One invented record on the real table; after the first answer it can only be read. */
export function ExerciseCard(props: ExerciseCardProps) {
  const { force, exercise, position, onAnswer, onNext } = props;
  const t = useTranslations("practice");
  const sex = useTranslations("common.sex");
  const rows = useMemo(() => rowsOf({ exercise, force, sex }), [exercise, force, sex]);
  const [value, setValue] = useState(() => initialValue(rows));
  const [found, setFound] = useState<Judgement | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const answer = { step: pressed?.value ?? "settle", value };
    setFound(judge(exercise, answer, CURRENT_MODEL));
    onAnswer(answer);
  };
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t("position", position)}
          <StateChip tone="info">{t("invented")}</StateChip>
        </span>
      }
      action={<Legend>{props.legend}</Legend>}
    >
      <Task id={exercise.id as WordedExercise} />
      <form onSubmit={send} className="mt-4 flex flex-col gap-4">
        <CompareRows
          rows={rows}
          value={value}
          onChange={found ? undefined : setValue}
          live={exercise.person ? liveScore(exercise, value) : undefined}
          autoFocus
        />
        {found ? null : <Steps force={force} />}
      </form>
      {found ? (
        <Feedback
          exercise={exercise}
          force={force}
          found={found}
          isLast={position.at === position.total}
          onNext={onNext}
        />
      ) : null}
    </Card>
  );
}

/** The help of the real screen, under the same key. */
function Legend({ children }: { children: ReactNode }) {
  const t = useTranslations("common.compare.legend");
  return (
    <DialogButton
      size="sm"
      variant="quiet"
      icon="help"
      label={t("title")}
      title={t("title")}
      aria-keyshortcuts="F1"
      reading
    >
      {children}
    </DialogButton>
  );
}

function Task({ id }: { id: WordedExercise }) {
  const t = useTranslations("practice");
  return (
    <div className="reading flex flex-col gap-1">
      <p>
        <strong>{t("goal")}: </strong>
        {t(`exercise.${id}.goal`)}
      </p>
      <p>
        <strong>{t("situation")}: </strong>
        {t(`exercise.${id}.situation`)}
      </p>
      <p className="text-sm text-quiet">{t("choose")}</p>
    </div>
  );
}

function Steps({ force }: { force: Force }) {
  const t = useTranslations("practice");
  return (
    <div className="flex flex-wrap gap-3">
      {STEPS_OF[force].map((step) => (
        <SubmitButton
          key={step}
          name="step"
          value={step}
          variant={step === "settle" ? "primary" : "secondary"}
          data-send={step === "settle" ? "" : undefined}
        >
          {stepName(t, step, force)}
        </SubmitButton>
      ))}
    </div>
  );
}
