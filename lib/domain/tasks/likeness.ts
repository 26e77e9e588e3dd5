import { editDistance } from "@/lib/domain/matching/edit-distance";
import { foldName } from "@/lib/domain/records/full-name";

/** What speaks for or against two records being one person's. */
export interface Likened {
  fullName: string | null;
  /** as written */
  birthDate: string | null;
  sex: string | null;
  /** whom the engine accepted or police confirmed for it */
  personIds: readonly string[];
  /** whose the number is by the registry */
  carriers: readonly string[];
}

/** What has to be looked at before records are merged: twins and siblings are alike in all but these. */
export const MERGE_WARNINGS = [
  "nameLetter",
  "otherName",
  "otherBirth",
  "otherSex",
  "otherNumbers",
] as const;
export type MergeWarning = (typeof MERGE_WARNINGS)[number];

/** Names this near differ by a slip, or by being a brother's: "Hùng" and "Hưng". */
const NEAR = 2;

function nameWarning(one: Likened, other: Likened): MergeWarning | null {
  if (!one.fullName || !other.fullName) return null;
  const [a, b] = [one.fullName, other.fullName].map((name) =>
    name.normalize("NFC").toLocaleLowerCase("vi"),
  );
  if (!a || !b || a === b) return null;
  return editDistance(foldName(a), foldName(b)) <= NEAR ? "nameLetter" : "otherName";
}

const differ = (one: string | null, other: string | null) =>
  one !== null && other !== null && one !== other;

const apart = (one: readonly string[], other: readonly string[]) =>
  one.length > 0 && other.length > 0 && !one.some((id) => other.includes(id));

function warningsOf(one: Likened, other: Likened): MergeWarning[] {
  const name = nameWarning(one, other);
  return [
    ...(name ? [name] : []),
    ...(differ(one.birthDate, other.birthDate) ? (["otherBirth"] as const) : []),
    ...(differ(one.sex, other.sex) ? (["otherSex"] as const) : []),
    ...(apart(one.carriers, other.carriers) ? (["otherNumbers"] as const) : []),
  ];
}

/** Every two of several, once. */
function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]));
}

export interface MergeJudgement {
  /** two of them were found to be two different people: never one */
  twoPeople: boolean;
  warnings: MergeWarning[];
}

/** Whether records may be merged, and what has to be checked first. */
export function judgeMerge(records: readonly Likened[]): MergeJudgement {
  const pairs = pairsOf(records);
  const found = new Set(pairs.flatMap(([one, other]) => warningsOf(one, other)));
  return {
    twoPeople: pairs.some(([one, other]) => apart(one.personIds, other.personIds)),
    warnings: MERGE_WARNINGS.filter((warning) => found.has(warning)),
  };
}
