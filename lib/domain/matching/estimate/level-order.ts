import type { DifferenceClass, Harmlessness, IdentityField, MatchModel } from "../vocabulary";
import { tellingLevels } from "./chances";

/**
 * Which class of a field agrees better than which. What is not written here has no order: nobody can
 * say whether a word left out agrees better than a letter mistyped.
 */
const BETTER: Readonly<Partial<Record<DifferenceClass, readonly DifferenceClass[]>>> = {
  same: ["format"],
  format: [
    "no_diacritics",
    "leading_zero",
    "old_number",
    "swapped_date",
    "partial_date",
    "abbreviated",
    "order",
    "diacritics",
    "typo",
    "regional",
  ],
  no_diacritics: ["typo", "regional"],
  leading_zero: ["typo"],
  old_number: ["typo"],
  swapped_date: ["different"],
  partial_date: ["different"],
  abbreviated: ["different"],
  order: ["different"],
  diacritics: ["different"],
  typo: ["different"],
  regional: ["different"],
};

/** Classes whose levels are declared from better to worse. */
const DECLARED: ReadonlySet<DifferenceClass> = new Set([
  "same",
  "no_diacritics",
  "partial_date",
  "different",
]);
/** One slip before two; the typing errors of a date have no such order, nor have regional forms. */
const DECLARED_FOR_NAMES: ReadonlySet<DifferenceClass> = new Set(["typo"]);

const HARMLESS: readonly Harmlessness[] = ["always", "others_agree", "number_exact", "never"];

/**
 * Pairs of levels of which the first must not weigh less than the second: by class; within a class by
 * the order of the model where that is an order, otherwise by what is needed for it to be harmless.
 */
export function levelOrder(
  model: MatchModel,
  field: IdentityField,
): [better: string, worse: string][] {
  const names = tellingLevels(model, field);
  const isBetter = betterIn(model, field);
  return names.flatMap((better) =>
    names
      .filter((worse) => worse !== better && isBetter(better, worse))
      .map((worse): [string, string] => [better, worse]),
  );
}

function betterIn(model: MatchModel, field: IdentityField) {
  const levels = model.fields[field];
  const names = Object.keys(levels);
  const declared = (kind: DifferenceClass) =>
    DECLARED.has(kind) || (field === "fullName" && DECLARED_FOR_NAMES.has(kind));
  return (better: string, worse: string): boolean => {
    const [a, b] = [levels[better], levels[worse]];
    if (!a || !b) return false;
    if (a.class !== b.class) return isBetterClass(a.class, b.class);
    if (declared(a.class)) return names.indexOf(better) < names.indexOf(worse);
    // A typing error is excused by what the number says, not by being a better agreement.
    if (a.class === "typo") return false;
    return HARMLESS.indexOf(a.harmless) < HARMLESS.indexOf(b.harmless);
  };
}

function isBetterClass(better: DifferenceClass, worse: DifferenceClass): boolean {
  const direct = BETTER[better] ?? [];
  return direct.includes(worse) || direct.some((between) => isBetterClass(between, worse));
}
