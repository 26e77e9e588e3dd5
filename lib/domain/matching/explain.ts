import type { MatchRule } from "./rules";
import { repairedFields, type Verdict } from "./verdict";
import {
  type ExplanationPart,
  type FieldComparison,
  IDENTITY_FIELDS,
  type IdentityField,
  type MatchModel,
  type MatchSubject,
} from "./vocabulary";

/** Rules that say more than the fields do. */
const TELLING_RULES: ReadonlySet<MatchRule> = new Set([
  "narrow_margin",
  "low_score",
  "number_of_another",
  "number_other_name",
  "number_not_linked",
  "number_not_found_proposed",
  "number_not_found",
  "no_number_proposed",
  "no_number_none",
]);

/** What these rules have said about the number already. */
const NUMBER_RULES: ReadonlySet<MatchRule> = new Set([
  "number_not_linked",
  "number_not_found_proposed",
  "no_number_proposed",
]);
const SAID_BY_RULE = ["missing", "unusable", "different", "unlinked"];

/** The number first, as people say it. */
const SPOKEN_ORDER: readonly IdentityField[] = ["idNumber", "fullName", "birthDate", "sex"];

interface Explained {
  subject: MatchSubject;
  verdict: Verdict;
  settlingField: IdentityField | null;
  count: number;
}

/**
 * The parts of the explanation in the order of the sentence: outcome; the rule where it adds
 * something; what was repaired or stays open; what agrees; harmless remarks; what would settle it.
 * Codes are keys below `explain`: `lead.<outcome>`, `why.<rule>`, `<field>.<level>`,
 * `agree.<fields joined by _>`, `settle.<field>`.
 */
export function explain(explained: Explained, model: MatchModel): ExplanationPart[] {
  const { verdict, settlingField, count } = explained;
  const parts = [part(`lead.${verdict.outcome}`)];
  if (TELLING_RULES.has(verdict.rule)) parts.push(part(`why.${verdict.rule}`, { count }));
  parts.push(...(verdict.reference ? fieldParts(verdict, model) : missingParts(explained)));
  if (settlingField) parts.push(part(`settle.${settlingField}`));
  return parts;
}

function fieldParts(verdict: Verdict, model: MatchModel): ExplanationPart[] {
  const reference = verdict.reference;
  if (!reference) return [];
  const fields = SPOKEN_ORDER.flatMap((name) => reference.fields.filter((f) => f.field === name));
  const repaired = repairedFields(reference, model);
  const stated = fields.filter((field) => !field.harmless || repaired.includes(field));
  const agreeing = fields.filter((field) => !stated.includes(field));
  const remarks = agreeing.filter((field) => field.class !== "same");
  const agree = agreeing.map((field) => field.field).join("_");
  return [
    ...stated
      .filter((field) => !isSaid(field, verdict.rule))
      .map((field) => part(`${field.field}.${field.level}`)),
    ...(agree === "" ? [] : [part(`agree.${agree}`)]),
    ...remarks.map((field) => part(`${field.field}.${field.level}`)),
  ];
}

function isSaid(field: FieldComparison, rule: MatchRule): boolean {
  return field.field === "idNumber" && NUMBER_RULES.has(rule) && SAID_BY_RULE.includes(field.level);
}

/** Nobody to compare with: what the record itself lacks. */
function missingParts({ subject, verdict }: Explained): ExplanationPart[] {
  if (verdict.outcome === "not_applicable") return [];
  return SPOKEN_ORDER.filter((field) => field !== "idNumber" && subject[field] === null).map(
    (field) => part(`${field}.missing`),
  );
}

function part(code: string, params: ExplanationPart["params"] = {}): ExplanationPart {
  return { code, params };
}

/**
 * One sentence (and a second one for what would settle it) from the parts, worded by the caller's
 * texts: "Lead: repaired, open; agreeing, remark. Settle."
 */
export function assembleExplanation(
  parts: readonly ExplanationPart[],
  word: (part: ExplanationPart) => string,
): string {
  let sentence = "";
  let before: PartKind | null = null;
  for (const one of parts) {
    const kind = kindOf(one.code);
    sentence += before === null ? "" : separator(before, kind);
    sentence += word(one);
    before = kind;
  }
  return before === null || before === "settle" ? sentence : `${sentence}.`;
}

type PartKind = "lead" | "why" | "agree" | "settle" | "field" | "asked" | "fix";

function kindOf(code: string): PartKind {
  const [head = ""] = code.split(".");
  if (head === "row" || IDENTITY_FIELDS.some((field) => field === head)) return "field";
  return head as PartKind;
}

function separator(before: PartKind, kind: PartKind): string {
  if (kind === "settle") return ". ";
  if (before === "lead") return ": ";
  if (kind === "fix") return before === "asked" ? " " : ", ";
  return kind === "field" && before !== "why" ? ", " : "; ";
}
