import type { Force } from "@/lib/domain/access/roles";
import type { MatchDecision, ScoredCandidate } from "@/lib/domain/matching/vocabulary";

/** Why a task went to the force that has it first; worded in `tasks.json` under `route`. */
export type RouteRule =
  | "healthSmallDifference"
  | "policeManyDifferences"
  | "policeNarrow"
  | "policeUnsure"
  | "policeOtherPerson"
  | "policeNotFound"
  | "policeNotConfirmed"
  | "policeNoNumber"
  | "hamletInsufficient";

export interface Route {
  force: Force;
  rule: RouteRule;
}

const MOST_FOR_HEALTH = 2;

/** Who carries the record's number: not always the candidate who resembles the record most. */
function holderOf(decision: MatchDecision): ScoredCandidate | undefined {
  return decision.candidates.find((candidate) =>
    candidate.fields.some((field) => field.field === "idNumber" && field.harmless),
  );
}

function differences(holder: ScoredCandidate): number {
  return holder.fields.filter((field) => field.field !== "idNumber" && !field.harmless).length;
}

function routeReview(decision: MatchDecision): Route {
  const holder = holderOf(decision);
  if (!holder) {
    const hasNumber = decision.rule === "number_not_linked";
    return { force: "police", rule: hasNumber ? "policeNotFound" : "policeNoNumber" };
  }
  const count = differences(holder);
  // Nothing to correct: either the excuses are too many to be sure, or somebody else is too much
  // alike, and only police can tell the two apart.
  if (count === 0) {
    return {
      force: "police",
      rule: decision.rule === "low_score" ? "policeUnsure" : "policeNarrow",
    };
  }
  if (count <= MOST_FOR_HEALTH) {
    return { force: "health", rule: "healthSmallDifference" };
  }
  return { force: "police", rule: "policeManyDifferences" };
}

/**
 * The force that a decision's task goes to first; null where no task is needed.
 * Police say who a person is, health corrects what is small under a number that agrees, and the
 * hamlet team looks for whoever can't be told from the record.
 */
export function routeDecision(decision: MatchDecision): Route | null {
  switch (decision.outcome) {
    case "matched":
    case "repaired":
    case "not_applicable":
      return null;
    case "review":
      return routeReview(decision);
    case "unmatched":
      if (decision.rule === "gateway_wrong") return { force: "police", rule: "policeNotConfirmed" };
      return holderOf(decision)
        ? { force: "police", rule: "policeOtherPerson" }
        : { force: "police", rule: "policeNotFound" };
    case "insufficient":
      return { force: "hamlet", rule: "hamletInsufficient" };
  }
}
