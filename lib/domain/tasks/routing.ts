import type { Force } from "@/lib/domain/access/roles";
import type { MatchDecision } from "@/lib/domain/matching/vocabulary";

/** Why a task went to the force that has it first; worded in `tasks.json` under `route`. */
export type RouteRule =
  | "healthSmallDifference"
  | "policeManyDifferences"
  | "policeOtherPerson"
  | "policeNotFound"
  | "policeNoNumber"
  | "hamletInsufficient";

export interface Route {
  force: Force;
  rule: RouteRule;
}

const MOST_FOR_HEALTH = 2;

/** Whether the best candidate carries the record's number. */
function numberAgrees(decision: MatchDecision): boolean {
  const number = decision.candidates[0]?.fields.find((field) => field.field === "idNumber");
  return number?.harmless === true;
}

function differences(decision: MatchDecision): number {
  const fields = decision.candidates[0]?.fields ?? [];
  return fields.filter((field) => field.field !== "idNumber" && !field.harmless).length;
}

function routeReview(decision: MatchDecision): Route {
  if (!numberAgrees(decision)) return { force: "police", rule: "policeNoNumber" };
  if (differences(decision) <= MOST_FOR_HEALTH) {
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
      return numberAgrees(decision)
        ? { force: "police", rule: "policeOtherPerson" }
        : { force: "police", rule: "policeNotFound" };
    case "insufficient":
      return { force: "hamlet", rule: "hamletInsufficient" };
  }
}
