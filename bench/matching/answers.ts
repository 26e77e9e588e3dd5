import type { Outcome } from "@/lib/domain/matching/vocabulary";
import { readColumns } from "./csv-table";

/** What an engine said of one record, beside the truth. Ids are "" where there is nobody. */
export interface Answer {
  recordId: string;
  outcome: Outcome;
  personId: string;
  /** Of `personId`; 0 where there is none. */
  score: number;
  secondId: string;
  /** The person whom the record is about; "": not in the registry. */
  trueId: string;
  damage: string[];
}

export interface AnswerFiles {
  truth: string;
  result: string;
}

const RESULT_COLUMNS = ["record_id", "outcome", "person_id", "second_person_id", "score"];

/**
 * Every record of the result with its truth, in the order of the result. Throws for a record that
 * the truth doesn't name, and at the end when the result is shorter than `most` or the truth.
 */
export function* readAnswers(
  files: AnswerFiles,
  most = Number.POSITIVE_INFINITY,
): Generator<Answer> {
  const truths = readTruths(files.truth);
  const expected = Math.min(most, truths.size);
  let count = 0;
  for (const row of readColumns(files.result, RESULT_COLUMNS)) {
    if (count >= most) return;
    count++;
    const said = readSaid(row);
    const truth = truths.get(said.recordId);
    if (!truth) throw new Error(`${files.result}: ${said.recordId} is not in ${files.truth}`);
    yield { ...said, ...truth };
  }
  if (count < expected) {
    throw new Error(`${files.result}: ${count} of ${expected} records answered`);
  }
}

function readSaid([recordId = "", outcome = "", personId = "", ...rest]: string[]) {
  const [secondId = "", score = ""] = rest;
  return { recordId, outcome: outcome as Outcome, personId, score: Number(score), secondId };
}

function readTruths(path: string): Map<string, Pick<Answer, "trueId" | "damage">> {
  const truths = new Map<string, Pick<Answer, "trueId" | "damage">>();
  for (const [id = "", trueId = "", damage = ""] of readColumns(path, [
    "record_id",
    "person_id",
    "damage",
  ])) {
    truths.set(id, { trueId, damage: damage === "" ? [] : damage.split("|") });
  }
  return truths;
}

/** Settled without a person looking at it: the record takes the number of `personId` from now on. */
export function isAccepted({ outcome }: Answer): boolean {
  return outcome === "matched" || outcome === "repaired";
}

/** Told to be wrong or not found: what citizens complained about where the record was right. */
export function isRefused({ outcome }: Answer): boolean {
  return outcome === "unmatched" || outcome === "insufficient" || outcome === "not_applicable";
}

export function isWronglyAccepted(answer: Answer): boolean {
  return isAccepted(answer) && answer.personId !== answer.trueId;
}
