import type { useTranslations } from "use-intl/react";
import type { Force } from "@/lib/domain/access/roles";
import type { PracticeStep } from "@/lib/domain/tasks/practice/exercise";
import type { Messages } from "@/lib/i18n/messages";

type Words = ReturnType<typeof useTranslations<"practice">>;

/** Exercises that have texts: a test compares them with those that exist. */
export type WordedExercise = keyof Messages["practice"]["exercise"];

/** A step as the force's own button says it. */
export function stepName(t: Words, step: PracticeStep, force: Force): string {
  return step === "settle" ? t(`step.settle.${force}`) : t(`step.${step}`);
}
