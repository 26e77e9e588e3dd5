"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import type { CompareValue, Settlement } from "@/components/compare/settlement";
import type { Offer, ValueCheck } from "@/components/compare/value-check";
import type { FieldProblem } from "@/lib/domain/access/error-code";
import type { suggestName } from "@/lib/domain/matching/typed-name";
import { TEXT_REPAIRS } from "@/lib/domain/matching/vocabulary";
import type { CorrectableField, FieldValues } from "@/lib/domain/tasks/field-policy";
import { readTyped, type TypedValue } from "@/lib/domain/tasks/typed-value";
import { codeText } from "@/lib/i18n/code-text";

type Suggest = typeof suggestName;

/** Reads a name in any form; loaded once a name is typed. */
function useSuggest(typed: boolean): Suggest | null {
  const [suggest, setSuggest] = useState<Suggest | null>(null);
  useEffect(() => {
    if (!typed || suggest) return;
    import("@/lib/domain/matching/typed-name").then(
      (module) => setSuggest(() => module.suggestName),
      () => undefined,
    );
  }, [typed, suggest]);
  return suggest;
}

function useWords() {
  const parse = useTranslations("records.parse");
  const errors = useTranslations("errors.field");
  return ({ code, params }: FieldProblem): string =>
    (parse.has as (key: string) => boolean)(code)
      ? codeText(parse, { code, params }, "dateUnreadable")
      : codeText(errors, { code, params }, "invalid");
}

function useHints() {
  const t = useTranslations("workbench.typed");
  const words = useWords();
  return ({ warnings, writtenAs, precision }: TypedValue): string[] => [
    ...(writtenAs ? [t("writtenAs", { value: writtenAs })] : []),
    ...(precision === "month" || precision === "year" ? [t(precision)] : []),
    ...warnings.map(words),
  ];
}

const valuesOf = (value: CompareValue): FieldValues =>
  Object.fromEntries(Object.entries(value).map(([field, one]) => [field, one?.value ?? null]));

/** What the team found on the ground, by field. */
export type Found = Partial<Record<CorrectableField, string>>;

/**
 * Judges values while they are typed: what is wrong, how it will be written, what was probably meant, and
 * what the team found. Only what was typed here is judged.
 */
export function useCheck(value: CompareValue, found: Found) {
  const t = useTranslations("workbench.typed");
  const words = useWords();
  const hintsOf = useHints();
  const suggest = useSuggest(value.fullName?.choice === "edit");
  const meant = (text: string): Offer => ({ value: text, label: t("use", { value: text }) });
  const offersOf = (field: CorrectableField, settlement: Settlement, read: TypedValue | null) => {
    const name =
      field === "fullName" && read && suggest ? suggest(settlement.value, TEXT_REPAIRS) : null;
    const team = found[field];
    const isTeams = team && team !== settlement.value ? team : null;
    return [
      ...(read?.suggestion ? [meant(read.suggestion)] : []),
      ...(name ? [meant(name)] : []),
      ...(isTeams ? [{ value: isTeams, label: t("found", { value: isTeams }) }] : []),
    ];
  };
  return (field: CorrectableField, settlement: Settlement): ValueCheck => {
    const typed = settlement.choice === "edit";
    const read = typed ? readTyped(field, settlement.value, valuesOf(value)) : null;
    return {
      error: read?.error ? words(read.error) : undefined,
      hints: read ? hintsOf(read) : [],
      offers: offersOf(field, settlement, read),
    };
  };
}
