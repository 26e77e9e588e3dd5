import type { Force } from "@/lib/domain/access/roles";
import { getLevel } from "@/lib/domain/matching/grade";
import { allHarmless, fieldOf, numberAgrees } from "@/lib/domain/matching/score";
import type {
  IdentityField,
  MatchDecision,
  MatchModel,
  ScoredCandidate,
} from "@/lib/domain/matching/vocabulary";
import type { TaskState } from "./states";

/** Whose value a rule leaves in the field. */
type Taken = "registry" | "record";

interface Rule {
  force: Force;
  /** the state in which that force has its tasks */
  state: TaskState;
  takes: Taken;
}

/**
 * What may be done to many tasks at once: a closed list, and each of them no more than a single officer
 * of the force may do with one task. Worded in `clusters.json` under `rule`.
 */
export const BULK_RULES = {
  /** health takes the registry's own value under the same number */
  takeRegistry: { force: "health", state: "correcting", takes: "registry" },
  /** health sends the record as it is, where by now everything agrees */
  keepRecord: { force: "health", state: "correcting", takes: "record" },
  /** police confirm the registry's value; health corrects the record as always */
  confirmRegistry: { force: "police", state: "verifying", takes: "registry" },
} as const satisfies Record<string, Rule>;

export type BulkRule = keyof typeof BULK_RULES;
export const BULK_RULE_NAMES = Object.keys(BULK_RULES) as BulkRule[];

/**
 * The differences that one rule can settle for many: each says by itself what went wrong. What may
 * as well be another person (a wholly different name or date, a missing or different number) is looked at
 * one by one.
 */
const HEALTH_LEVELS: Partial<Record<IdentityField, readonly string[]>> = {
  fullName: [
    "i_y",
    "unmarked_i_y",
    "hoi_nga",
    "d_bar",
    "head_unmarked",
    "partly_unmarked",
    "marks",
    "abbreviated",
    "abbreviated_given",
    "middle_dropped",
    "middle_dropped_other",
    "order",
    "order_other",
    "regional_name",
    "regional_sound",
    "typo_1",
    "typo_2",
  ],
  birthDate: [
    "swapped",
    "month_agrees",
    "year_agrees",
    "maybe_year_only",
    "one_digit",
    "year_slip",
    "year_against_number",
    "one_part",
    "missing",
  ],
  sex: ["different", "against_number", "missing"],
};

const LEVELS: Partial<Record<Force, typeof HEALTH_LEVELS>> = {
  health: HEALTH_LEVELS,
  // Under a number that is one digit off, everything else being the same, police may say who it is.
  police: { ...HEALTH_LEVELS, idNumber: ["one_digit"] },
};

/** Field and level of every difference that a force may settle for many at once. */
export function bulkLevels(force: Force): { field: IdentityField; level: string }[] {
  const fields = Object.entries(LEVELS[force] ?? {}) as [IdentityField, readonly string[]][];
  return fields.flatMap(([field, levels]) => levels.map((level) => ({ field, level })));
}

/** The rules that a force may choose from for a difference. */
export function bulkRulesFor(
  force: Force,
  of: { field: IdentityField; level: string },
): BulkRule[] {
  if (!LEVELS[force]?.[of.field]?.includes(of.level)) return [];
  return BULK_RULE_NAMES.filter((name) => BULK_RULES[name].force === force);
}

/** Why a row is left out; worded in `clusters.json` under `refused`. */
export const BULK_REFUSALS = [
  "confirmed",
  "noCandidate",
  "candidateChanged",
  "rejectedBefore",
  "narrow",
  "numberDiffers",
  "otherDifference",
  "moreDifferences",
  "stillDiffers",
] as const;
export type BulkRefusal = (typeof BULK_REFUSALS)[number];

/** A rule with the difference that it is about. */
export interface AppliedRule {
  rule: BulkRule;
  field: IdentityField;
  level: string;
}

/** One row as it is at the moment of applying. */
export interface BulkRow {
  /** the comparison made just now */
  decision: MatchDecision;
  /** whom the last stored comparison has first: what an officer would have on the screen */
  personId: string | null;
  /** somebody has said that it is not this person */
  rejected: boolean;
  /** police have confirmed values on this task: their word stands, one by one */
  confirmed: boolean;
}

function isNarrow({ candidates }: MatchDecision, model: MatchModel): boolean {
  const [first, next] = candidates;
  if (!first || !next) return false;
  return first.score - next.score < model.acceptMargin;
}

/** Whether all that is left would be seen through, or safely repaired, once `field` is settled. */
function isLastDifference(scored: ScoredCandidate, field: IdentityField, model: MatchModel) {
  return scored.fields.every(
    (one) =>
      one.field === field ||
      one.harmless ||
      getLevel(model, one.field, one.level).harmless !== "never",
  );
}

function differenceRefusal(
  first: ScoredCandidate,
  { rule, field, level }: AppliedRule,
  model: MatchModel,
): BulkRefusal | null {
  // One digit off is the very difference that police settle; for all others the number has to agree.
  if (field !== "idNumber" && !numberAgrees(first)) return "numberDiffers";
  if (BULK_RULES[rule].takes === "record") return allHarmless(first) ? null : "stillDiffers";
  if (fieldOf(first, field).level !== level) return "otherDifference";
  return isLastDifference(first, field, model) ? null : "moreDifferences";
}

/** What stands in the way of a rule for one row; null when it may be applied. Asked of every row. */
export function bulkRefusal(
  row: BulkRow,
  applied: AppliedRule,
  model: MatchModel,
): BulkRefusal | null {
  const [first] = row.decision.candidates;
  if (row.confirmed) return "confirmed";
  if (!first || row.personId === null) return "noCandidate";
  if (row.rejected) return "rejectedBefore";
  if (first.personId !== row.personId) return "candidateChanged";
  if (isNarrow(row.decision, model)) return "narrow";
  return differenceRefusal(first, applied, model);
}
