"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { type CompareValue, hasTyped, type Settlement } from "@/components/compare/settlement";
import type { Offer, ValueCheck } from "@/components/compare/value-check";
import type { FieldProblem } from "@/lib/domain/access/error-code";
import type { suggestName } from "@/lib/domain/matching/typed-name";
import { TEXT_REPAIRS } from "@/lib/domain/matching/vocabulary";
import type { CorrectableField, FieldValues } from "@/lib/domain/tasks/field-policy";
import type { readTyped, TypedValue } from "@/lib/domain/tasks/typed-value";
import { codeText } from "@/lib/i18n/code-text";

/** What judges a value; it is fetched once somebody types, and no page has to carry it. */
interface Tools {
  readTyped: typeof readTyped;
  suggestName: typeof suggestName;
}

async function fetchTools(): Promise<Tools> {
  const [values, names] = await Promise.all([
    import("@/lib/domain/tasks/typed-value"),
    import("@/lib/domain/matching/typed-name"),
  ]);
  return { readTyped: values.readTyped, suggestName: names.suggestName };
}

function useTools(typed: boolean): Tools | null {
  const [tools, setTools] = useState<Tools | null>(null);
  useEffect(() => {
    if (!typed || tools) return;
    fetchTools().then(setTools, () => undefined);
  }, [typed, tools]);
  return tools;
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

/** One and the same, so that its row is not drawn anew. */
const NOTHING: ValueCheck = {};

/** What the team found on the ground, by field. */
export type Found = Partial<Record<CorrectableField, string>>;

/**
 * Judges values while they are typed: what is wrong, how it will be written, what was probably meant, and
 * what the team found. Only what was typed here is judged.
 */
export function useCheck(value: CompareValue, found: Found, contactTyped: boolean) {
  const t = useTranslations("workbench.typed");
  const words = useWords();
  const hintsOf = useHints();
  const tools = useTools(hasTyped(value) || contactTyped);
  const meant = (text: string): Offer => ({ value: text, label: t("use", { value: text }) });
  const offersOf = (field: CorrectableField, settlement: Settlement, read: TypedValue | null) => {
    const name =
      field === "fullName" && read && tools
        ? tools.suggestName(settlement.value, TEXT_REPAIRS)
        : null;
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
    if (!typed && !found[field]) return NOTHING;
    const read = typed && tools ? tools.readTyped(field, settlement.value, valuesOf(value)) : null;
    return {
      error: read?.error ? words(read.error) : undefined,
      hints: read ? hintsOf(read) : [],
      offers: offersOf(field, settlement, read),
    };
  };
}
