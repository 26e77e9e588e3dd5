"use client";

import { useTranslations } from "use-intl/react";
import type { FieldProblem } from "@/lib/domain/access/error-code";
import { codeText } from "@/lib/i18n/code-text";

/** The sentence for a value that can't stand, as the portal itself would word it. */
export function useProblemText(): (problem: FieldProblem) => string {
  const parse = useTranslations("records.parse");
  const errors = useTranslations("errors.field");
  return (problem) =>
    (parse.has as (key: string) => boolean)(problem.code)
      ? codeText(parse, problem, "dateUnreadable")
      : codeText(errors, problem, "invalid");
}
