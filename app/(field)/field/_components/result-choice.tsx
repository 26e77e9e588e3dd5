"use client";

import { useTranslations } from "use-intl/react";
import type { FieldProblem } from "@/lib/domain/access/error-code";
import { RESULT_KINDS, type ResultKind } from "@/lib/domain/tasks/worksheet/result";
import { useProblemText } from "./use-problem-text";

interface ResultChoiceProps {
  chosen: ResultKind | null;
  onChoose: (kind: ResultKind) => void;
  error?: FieldProblem;
}

const OPTION =
  "flex min-h-12 items-center gap-3 rounded-md border border-edge bg-surface px-4 has-checked:border-action has-checked:bg-action-soft has-checked:font-semibold has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-action";

/** What came of it, as whole lines to press. */
export function ResultChoice({ chosen, onChoose, error }: ResultChoiceProps) {
  const t = useTranslations("contact");
  const words = useProblemText();
  return (
    <fieldset
      className="flex flex-col gap-2"
      aria-describedby={error ? "visit-kind-error" : undefined}
    >
      <legend className="mb-2 font-semibold">{t("results.kind")}</legend>
      {error ? (
        <p id="visit-kind-error" className="text-sm text-danger">
          {words(error)}
        </p>
      ) : null}
      {RESULT_KINDS.map((kind) => (
        <label key={kind} className={OPTION}>
          <input
            type="radio"
            name="kind"
            value={kind}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
            className="size-5 accent-action"
          />
          {t(`resultKind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
