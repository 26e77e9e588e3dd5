import { numberAgrees } from "./score";
import type { MatchDecision } from "./vocabulary";

/**
 * The level of the main difference: what exactly differs in the main field, beside whom the decision is
 * about (who carries the number, else the best). Null where there is nobody or nothing differs.
 */
export function mainLevelOf({ candidates, mainField }: MatchDecision): string | null {
  const reference = candidates.find(numberAgrees) ?? candidates[0];
  return reference?.fields.find(({ field }) => field === mainField)?.level ?? null;
}
