import { usableNumber } from "@/lib/domain/matching/compare-id-number";
import type { ScoredRecord } from "@/lib/domain/matching/estimate/thresholds";
import { matchInRounds } from "@/lib/domain/matching/rounds";
import type { MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Gathered } from "./gather";
import type { RecordRow } from "./read-rows";

/** Who each record is, and what was done to it; null is nobody of the registry. */
export type Truth = ReadonlyMap<string, { personId: string | null; damage: readonly string[] }>;

/** How good a model is on records whose truth is known. */
export interface Quality {
  records: number;
  accepted: number;
  wrong: number;
  /** Records with a usable number, of those reviewed; of those whose person is there, missed. */
  usable: number;
  reviewed: number;
  harmless: number;
  missed: number;
  /** Records without a usable number whose person is in the registry; of those proposed first. */
  numberless: number;
  first: number;
  /** Of all records whose person is in the registry, accepted rightly. */
  present: number;
  recalled: number;
}

/** What stays the same person for everybody who looks: domain differences that are harmless. */
const NOT_HARMLESS =
  /^(name_(typo|tone_wrong|regional|mark_wrong|other_given)|sex_(wrong|missing)|date_(?!swapped)|number_(mistyped|transposed|of_parent|wrong_length|missing|placeholder|scientific)|not_in_registry|foreign)/;

/** As the engine does: first those who carry the number, then as many more as are needed. */
function decide(gathered: Gathered, at: number, model: MatchModel): MatchDecision {
  const record = gathered.records[at] as RecordRow;
  const met = [...(gathered.met[at]?.values() ?? [])];
  const lookUp = (keys: number[]) =>
    met.filter((one) => keys.some((key) => one.keys.has(key))).map(({ person }) => person);
  return matchInRounds(record, lookUp, model);
}

function isAccepted({ outcome }: MatchDecision): boolean {
  return outcome === "matched" || outcome === "repaired";
}

/** The person whom an accepted record was taken for. */
function acceptedPerson(decision: MatchDecision) {
  return decision.candidates.find((candidate) =>
    candidate.fields.some((field) => field.field === "idNumber" && field.harmless),
  );
}

/** Scores of the records that would be accepted with no thresholds at all. */
export function scoreRecords(gathered: Gathered, model: MatchModel, truth: Truth): ScoredRecord[] {
  const open: MatchModel = { ...model, acceptScore: 0, acceptMargin: -1 };
  return gathered.records.map((record, at) => {
    const decision = decide(gathered, at, open);
    const person = acceptedPerson(decision);
    const rest = decision.candidates.filter((one) => one !== person).map((one) => one.score);
    return {
      score: person?.score ?? 0,
      margin: (person?.score ?? 0) - Math.max(0, ...rest),
      eligible: isAccepted(decision),
      correct: person !== undefined && truth.get(record.recordId)?.personId === person.personId,
    };
  });
}

export function measureQuality(gathered: Gathered, model: MatchModel, truth: Truth): Quality {
  const sum = {
    records: 0,
    accepted: 0,
    wrong: 0,
    usable: 0,
    reviewed: 0,
    harmless: 0,
    missed: 0,
    numberless: 0,
    first: 0,
    present: 0,
    recalled: 0,
  };
  for (const [at, record] of gathered.records.entries()) {
    const known = truth.get(record.recordId);
    if (!known) continue;
    const seen = observe(record, decide(gathered, at, model), known);
    for (const name of Object.keys(seen) as (keyof typeof sum)[]) sum[name] += Number(seen[name]);
  }
  return sum;
}

/** What one record adds to each count. */
function observe(
  record: RecordRow,
  decision: MatchDecision,
  { personId, damage }: { personId: string | null; damage: readonly string[] },
): Record<keyof Quality, boolean> {
  const usable = usableNumber(record.idNumber) !== null;
  const person = { present: personId !== null, personId };
  const harmless = usable && person.present && !damage.some((kind) => NOT_HARMLESS.test(kind));
  return {
    records: true,
    usable,
    reviewed: usable && decision.outcome === "review",
    harmless,
    missed: harmless && REPORTED.includes(decision.outcome),
    numberless: !usable && person.present,
    first: !usable && person.present && decision.candidates[0]?.personId === personId,
    ...observeAcceptance(decision, person),
  };
}

function observeAcceptance(
  decision: MatchDecision,
  { personId, present }: { personId: string | null; present: boolean },
) {
  const accepted = isAccepted(decision);
  const right = accepted && acceptedPerson(decision)?.personId === personId;
  return { accepted, wrong: accepted && !right, present, recalled: present && right };
}

/** The record comes back to people as wrong or as not found. */
const REPORTED: readonly MatchDecision["outcome"][] = ["unmatched", "insufficient"];
