"use client";

import { useTranslations } from "use-intl/react";
import { TextField } from "@/components/forms/text-field";
import { FOUND_FIELDS, type FoundValues } from "@/lib/domain/tasks/worksheet/result";
import { useProblemText } from "./use-problem-text";
import type { VisitProblems } from "./visit-input";

interface FoundFieldsProps {
  values: FoundValues;
  problems: VisitProblems;
}

const NUMERIC: readonly string[] = ["idNumber", "birthDate", "phone"];

/** What was found, field by field. Dates on a keyboard of digits: "05091985" is read too. */
export function FoundFields({ values, problems }: FoundFieldsProps) {
  const t = useTranslations("contact");
  const words = useProblemText();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="font-semibold">{t("results.values")}</legend>
      <p className="text-sm text-quiet">{t("results.valuesHint")}</p>
      {FOUND_FIELDS.map((field) => {
        const problem = problems[field];
        return (
          <TextField
            key={field}
            name={field}
            label={t(`found.${field}`)}
            optional
            defaultValue={values[field]}
            error={problem ? words(problem) : undefined}
            inputMode={NUMERIC.includes(field) ? "numeric" : undefined}
            autoComplete="off"
          />
        );
      })}
    </fieldset>
  );
}
