import { usableNumber } from "./compare-id-number";
import { getLevel } from "./compare-identity";
import type { MatchRule } from "./rules";
import { allHarmless, fieldOf, numberAgrees } from "./score";
import type {
  FieldComparison,
  MatchModel,
  MatchSubject,
  Outcome,
  ScoredCandidate,
} from "./vocabulary";

/** The outcome, the rule that fired, and the person whom both are about. */
export interface Verdict {
  outcome: Outcome;
  rule: MatchRule;
  reference: ScoredCandidate | null;
}

/** Judges ranked candidates (best first). Only somebody who carries the number can be accepted. */
export function reachVerdict(
  subject: MatchSubject,
  ranked: ScoredCandidate[],
  model: MatchModel,
): Verdict {
  const holder = ranked.find(numberAgrees);
  if (holder) return { ...judgeHolder(holder, ranked, model), reference: holder };
  const reference = ranked[0] ?? null;
  const hasNumber = usableNumber(subject.idNumber) !== null;
  if (hasNumber) {
    return reference
      ? { outcome: "review", rule: "number_not_found_proposed", reference }
      : { outcome: "unmatched", rule: "number_not_found", reference };
  }
  return reference
    ? { outcome: "review", rule: "no_number_proposed", reference }
    : { outcome: "insufficient", rule: "no_number_none", reference };
}

type Judgement = Omit<Verdict, "reference">;

function judgeHolder(
  holder: ScoredCandidate,
  ranked: ScoredCandidate[],
  model: MatchModel,
): Judgement {
  if (ranked.some((other) => other !== holder && fitsBetter(other, holder))) {
    return { outcome: "unmatched", rule: "number_of_another" };
  }
  if (!allHarmless(holder)) return judgeDifferences(holder);
  if (holder.score < model.acceptScore) return { outcome: "review", rule: "low_score" };
  const others = ranked.filter((other) => other !== holder).map((other) => other.score);
  const margin = holder.score - Math.max(0, ...others);
  if (margin < model.acceptMargin) return { outcome: "review", rule: "narrow_margin" };
  return repairedFields(holder, model).length > 0
    ? { outcome: "repaired", rule: "safe_repair" }
    : { outcome: "matched", rule: "all_agree" };
}

/**
 * Name, date and sex are all those of somebody else, while the holder of the number needs excuses:
 * twins whose numbers were exchanged look like this, and the number must not decide.
 */
function fitsBetter(other: ScoredCandidate, holder: ScoredCandidate): boolean {
  const plain = (field: FieldComparison) => MILD.includes(field.class);
  return basicFields(other).every(plain) && !basicFields(holder).every(plain);
}

const MILD: readonly FieldComparison["class"][] = ["same", "format", "no_diacritics"];

function basicFields(scored: ScoredCandidate): FieldComparison[] {
  return scored.fields.filter((field) => field.field !== "idNumber");
}

/** The number agrees and something is left open: how much of the rest differs? */
function judgeDifferences(holder: ScoredCandidate): Judgement {
  if (fieldOf(holder, "fullName").class === "different") {
    return { outcome: "unmatched", rule: "number_other_name" };
  }
  const differing = holder.fields.filter((field) => !field.harmless && field.class !== "missing");
  const heavy = differing.filter((field) => field.class === "different");
  if (differing.length === 0) return { outcome: "review", rule: "number_field_missing" };
  if (differing.length === 1) return { outcome: "review", rule: "number_one_field" };
  if (differing.length === 2 && heavy.length === 0) {
    return { outcome: "review", rule: "number_light_fields" };
  }
  return { outcome: "unmatched", rule: "number_several_fields" };
}

/** Harmless fields whose value the engine replaces by the person's. */
export function repairedFields(scored: ScoredCandidate, model: MatchModel): FieldComparison[] {
  return scored.fields.filter(
    (field) => field.harmless && getLevel(model, field.field, field.level).repair === true,
  );
}
