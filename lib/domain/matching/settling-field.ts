import { getLevel } from "./grade";
import { rankCandidates } from "./rank-candidates";
import { reachVerdict } from "./verdict";
import {
  type Candidate,
  type FieldComparison,
  IDENTITY_FIELDS,
  type IdentityField,
  type MatchModel,
  type MatchSubject,
  type ScoredCandidate,
} from "./vocabulary";

/** More open fields than this are never settled by one of them. */
const MOST_OPEN = 2;

/**
 * The field whose agreement with the reference person would bring automatic acceptance; null when
 * no single field would, or nothing is open.
 */
export function findSettlingField(
  subject: MatchSubject,
  reference: ScoredCandidate,
  { candidates, model }: { candidates: readonly Candidate[]; model: MatchModel },
): IdentityField | null {
  const person = candidates.find((candidate) => candidate.personId === reference.personId);
  const open = reference.fields.filter((field) => !field.harmless).map((field) => field.field);
  const closed = reference.fields.filter((one) => !isMendable(one, model)).map((one) => one.field);
  if (!person || open.length > MOST_OPEN || closed.length > 1) return null;
  const settles = (field: IdentityField): boolean => {
    if (!open.includes(field) || person[field] === null) return false;
    if (closed.some((other) => other !== field)) return false;
    const settled = { ...subject, [field]: person[field] };
    const verdict = reachVerdict(settled, rankCandidates(settled, candidates, model), model);
    const accepted = verdict.outcome === "matched" || verdict.outcome === "repaired";
    return accepted && verdict.reference?.personId === person.personId;
  };
  return IDENTITY_FIELDS.find(settles) ?? null;
}

/** Harmless, or so where all other fields agree. */
function isMendable({ field, level, harmless }: FieldComparison, model: MatchModel): boolean {
  return harmless || getLevel(model, field, level).harmless !== "never";
}
