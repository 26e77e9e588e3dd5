"use client";

import { useTranslations } from "use-intl/react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Force } from "@/lib/domain/access/roles";
import type { Exercise } from "@/lib/domain/tasks/practice/exercise";
import type { Judgement } from "@/lib/domain/tasks/practice/judge";
import { stepName, type WordedExercise } from "./words";

interface FeedbackProps {
  exercise: Exercise;
  force: Force;
  found: Judgement;
  isLast: boolean;
  onNext: () => void;
}

/** Whether it was right, what would have been, and why. */
export function Feedback({ exercise, force, found, isLast, onNext }: FeedbackProps) {
  const t = useTranslations("practice");
  return (
    <div className="mt-4">
      <Banner
        tone={found.right ? "settled" : "waiting"}
        title={t(found.right ? "right" : "wrong")}
        live
        action={
          <Button variant="primary" autoFocus onClick={onNext}>
            {t(isLast ? "finish" : "next")}
          </Button>
        }
      >
        {found.right ? null : <Corrections exercise={exercise} force={force} found={found} />}
        <p className="reading">{t(`exercise.${exercise.id as WordedExercise}.why`)}</p>
      </Banner>
    </div>
  );
}

function Corrections({
  exercise,
  force,
  found,
}: Pick<FeedbackProps, "exercise" | "force" | "found">) {
  const t = useTranslations("practice");
  const fields = useTranslations("common.compare.fields");
  return (
    <ul className="mb-2 list-disc pl-5">
      {found.step ? null : <li>{t("wrongStep", { step: stepName(t, exercise.step, force) })}</li>}
      {found.fields.map((field) => {
        const wanted = exercise.fields[field];
        return (
          <li key={field}>
            {wanted === undefined || wanted === "registry"
              ? t("wrongFieldTake", { field: fields(field) })
              : t("wrongField", { field: fields(field), value: wanted.typed })}
          </li>
        );
      })}
    </ul>
  );
}
