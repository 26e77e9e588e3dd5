import { repairedFields, type Verdict } from "./verdict";
import type { Candidate, IdentityField, MatchModel, MatchSubject, Repair } from "./vocabulary";

/** The corrections that a `repaired` record carries; none for any other outcome. */
export function listRepairs(
  subject: MatchSubject,
  verdict: Verdict,
  { candidates, model }: { candidates: readonly Candidate[]; model: MatchModel },
): Repair[] {
  const reference = verdict.reference;
  if (verdict.outcome !== "repaired" || !reference) return [];
  const person = candidates.find((candidate) => candidate.personId === reference.personId);
  if (!person) return [];
  return repairedFields(reference, model).flatMap(({ field }) => {
    const to = written(person, field);
    return to === null ? [] : [{ field, from: written(subject, field), to }];
  });
}

function written(holder: MatchSubject | Candidate, field: IdentityField): string | null {
  return field === "birthDate" ? (holder.birthDate?.value ?? null) : holder[field];
}
