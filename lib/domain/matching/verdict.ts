import { usableNumber } from "./compare-id-number";
import { getLevel } from "./grade";
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
  /** Who carries the record's number, and is judged by it. */
  holder: ScoredCandidate | null;
}

/** Judges ranked candidates (best first). Only somebody who carries the number can be accepted. */
export function reachVerdict(
  subject: MatchSubject,
  ranked: ScoredCandidate[],
  model: MatchModel,
): Verdict {
  const holder = ranked.find(numberAgrees);
  if (holder) return { ...judgeHolder(holder, ranked, model), reference: holder, holder };
  const reference = ranked[0] ?? null;
  return { ...judgeStrangers(usableNumber(subject.idNumber), reference), reference, holder: null };
}

const OLD_NUMBER_DIGITS = 9;

/**
 * Nobody carries the number. An old one that the registry has not linked is no mistake of the
 * record: whoever resembles it is then proposed. A 12-digit number that nobody has is one.
 */
function judgeStrangers(number: string | null, reference: ScoredCandidate | null): Judgement {
  if (number === null) {
    return reference
      ? { outcome: "review", rule: "no_number_proposed" }
      : { outcome: "insufficient", rule: "no_number_none" };
  }
  if (!reference) return { outcome: "unmatched", rule: "number_not_found" };
  return number.length === OLD_NUMBER_DIGITS
    ? { outcome: "review", rule: "number_not_linked" }
    : { outcome: "unmatched", rule: "number_not_found_proposed" };
}

/**
 * Is the answer sure without looking up anybody else? So it is when one person alone carries the
 * number, is accepted, and fits in name, date and sex without an excuse: nobody who lacks the number
 * can come close enough (`openFactor` bounds their score) or fit better.
 */
export function isSettledByNumber(
  ranked: readonly ScoredCandidate[],
  { outcome, reference }: Verdict,
  model: MatchModel,
): boolean {
  if (outcome !== "matched" && outcome !== "repaired") return false;
  if (!reference || ranked.filter(numberAgrees).length !== 1) return false;
  return isPlainFit(reference) && reference.score - model.openFactor >= model.acceptMargin;
}

type Judgement = Omit<Verdict, "reference" | "holder">;

function judgeHolder(
  holder: ScoredCandidate,
  ranked: ScoredCandidate[],
  model: MatchModel,
): Judgement {
  if (ranked.some((other) => other !== holder && fitsBetter(other, holder))) {
    const outcome = allHarmless(holder) ? "review" : "unmatched";
    return { outcome, rule: "number_of_another" };
  }
  if (!allHarmless(holder)) return judgeDifferences(holder, model);
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
  return isPlainFit(other) && !isPlainFit(holder);
}

/** Name, birth date and sex agree without an excuse. */
export function isPlainFit(scored: ScoredCandidate): boolean {
  return basicFields(scored).every(isPlain);
}

function isPlain(field: FieldComparison): boolean {
  return MILD.includes(field.class);
}

const MILD: readonly FieldComparison["class"][] = ["same", "format", "no_diacritics"];

function basicFields(scored: ScoredCandidate): FieldComparison[] {
  return scored.fields.filter((field) => field.field !== "idNumber");
}

/**
 * The number agrees and something is left open: how much of the rest differs? A field that could be
 * repaired if it stood alone counts less than one that only a person can settle.
 */
function judgeDifferences(holder: ScoredCandidate, model: MatchModel): Judgement {
  if (fieldOf(holder, "fullName").class === "different") {
    return { outcome: "unmatched", rule: "number_other_name" };
  }
  const differing = holder.fields.filter((field) => !field.harmless && field.class !== "missing");
  const real = differing.filter(
    (one) => getLevel(model, one.field, one.level).harmless === "never",
  );
  const heavy = differing.filter((field) => field.class === "different");
  if (differing.length === 0) return { outcome: "review", rule: "number_field_missing" };
  if (differing.length === 1) return { outcome: "review", rule: "number_one_field" };
  return differing.length === 2 && real.length < 2 && heavy.length === 0
    ? { outcome: "review", rule: "number_light_fields" }
    : { outcome: "unmatched", rule: "number_several_fields" };
}

/** Harmless fields whose value the engine replaces by the person's. */
export function repairedFields(scored: ScoredCandidate, model: MatchModel): FieldComparison[] {
  return scored.fields.filter(
    (field) => field.harmless && getLevel(model, field.field, field.level).repair === true,
  );
}
