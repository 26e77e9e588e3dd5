import { comparePrepared, type PreparedSubject, prepareSubject } from "./compare-identity";
import { sumUp } from "./sum-up";
import type {
  Candidate,
  FieldComparison,
  MatchModel,
  MatchSubject,
  ScoredCandidate,
} from "./vocabulary";

/** Compares and scores one person; the same in browser and server. */
export function scoreCandidate(
  subject: MatchSubject,
  candidate: Candidate,
  model: MatchModel,
): ScoredCandidate {
  return scorePrepared(prepareSubject(subject, model), candidate, model);
}

export function scorePrepared(
  subject: PreparedSubject,
  candidate: Candidate,
  model: MatchModel,
): ScoredCandidate {
  const fields = comparePrepared(subject, candidate, model);
  return { personId: candidate.personId, ...sumUp(fields, model), fields };
}

/** The comparison of one field. */
export function fieldOf(scored: ScoredCandidate, name: FieldComparison["field"]): FieldComparison {
  const found = scored.fields.find((field) => field.field === name);
  if (!found) throw new Error(`no comparison of ${name}`);
  return found;
}

/** The record's number is this person's, as it is or after a safe repair. */
export function numberAgrees(scored: ScoredCandidate): boolean {
  return fieldOf(scored, "idNumber").harmless;
}

/** All four fields agree or differ harmlessly. */
export function allHarmless(scored: ScoredCandidate): boolean {
  return scored.fields.every((field) => field.harmless);
}

/** Best first: points with nearness, then an agreeing number, then the identifier. */
export function compareRank(
  a: { scored: ScoredCandidate; near: number },
  b: { scored: ScoredCandidate; near: number },
): number {
  return (
    b.scored.points + b.near - (a.scored.points + a.near) ||
    Number(numberAgrees(b.scored)) - Number(numberAgrees(a.scored)) ||
    (a.scored.personId < b.scored.personId ? -1 : Number(a.scored.personId > b.scored.personId))
  );
}
