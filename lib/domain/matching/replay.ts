import type { MatchDecision, Outcome } from "./vocabulary";

/**
 * What a model would change for one record:
 * `contradicted`: it accepts somebody whom people, or the model in use, did not: a wrong match;
 * `gained`: it accepts whom people settled on, and spares them the work next time;
 * `released`: it accepts an open record that nobody has decided on yet;
 * `stricter`: it sends to people what is accepted today; `unchanged`.
 */
export const REPLAY_VERDICTS = [
  "contradicted",
  "gained",
  "released",
  "stricter",
  "unchanged",
] as const;
export type ReplayVerdict = (typeof REPLAY_VERDICTS)[number];

/** Outcome and, where a person was accepted, whom. */
export interface Accepted {
  outcome: Outcome;
  personId: string | null;
}

/** What people said of a record. */
export interface HumanDecision {
  /** whom they settled on; null while nobody has */
  personId: string | null;
  /** whom they called somebody else */
  rejected: readonly string[];
}

const ACCEPTING: readonly Outcome[] = ["matched", "repaired"];

/** No person is needed any more for a record of this outcome. */
export const SETTLING: readonly Outcome[] = [...ACCEPTING, "not_applicable"];

/** Whom a decision accepts: the candidate whose number agrees, as the verdict has it. */
export function acceptedBy(decision: MatchDecision): Accepted {
  const { outcome, candidates } = decision;
  if (!ACCEPTING.includes(outcome)) return { outcome, personId: null };
  const holder = candidates.find((candidate) =>
    candidate.fields.some((field) => field.field === "idNumber" && field.harmless),
  );
  return { outcome, personId: holder?.personId ?? null };
}

function isContradicted(person: string, before: Accepted, decided: HumanDecision): boolean {
  if (decided.rejected.includes(person)) return true;
  const other = decided.personId ?? before.personId;
  return other !== null && other !== person;
}

/** What the proposed model would change for a record, beside the model in use and what people said. */
export function replayVerdict(
  { before, after }: { before: Accepted; after: Accepted },
  decided: HumanDecision,
): ReplayVerdict {
  if (after.personId === null) return before.personId === null ? "unchanged" : "stricter";
  if (isContradicted(after.personId, before, decided)) return "contradicted";
  if (before.personId !== null) return "unchanged";
  return decided.personId === after.personId ? "gained" : "released";
}
