import { assembleExplanation } from "../explain";
import { numberAgrees } from "../score";
import type { ExplanationPart, IdentityField, MatchDecision, ScoredCandidate } from "../vocabulary";

export const RESULT_COLUMNS = [
  "record_id",
  "outcome",
  "person_id",
  "score",
  "second_person_id",
  "second_score",
  "classes",
  "explanation",
] as const;

/** Fields by the titles of their columns. */
const TITLE: Readonly<Record<IdentityField, string>> = {
  fullName: "full_name",
  birthDate: "birth_date",
  sex: "sex",
  idNumber: "id_number",
};
const SCORE_DECIMALS = 4;
const ACCEPTED: ReadonlySet<string> = new Set(["matched", "repaired"]);

/** A cell of a file with commas; what a spreadsheet would run as a formula gets an apostrophe. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Words the parts of an explanation; sentences are remembered, because they are few. */
export class Sentences {
  private readonly known = new Map<string, string>();

  constructor(private readonly word: (part: ExplanationPart) => string) {}

  of(parts: readonly ExplanationPart[]): string {
    let key = "";
    for (const { code, params } of parts) {
      key += code;
      for (const name in params) key += ` ${params[name]}`;
      key += "|";
    }
    let sentence = this.known.get(key);
    if (sentence === undefined) {
      sentence = csvCell(assembleExplanation(parts, this.word));
      this.known.set(key, sentence);
    }
    return sentence;
  }
}

/** One line of the result, with its line end. */
export function resultLine(
  recordId: string,
  decision: MatchDecision,
  sentences: Sentences,
): string {
  const accepted = ACCEPTED.has(decision.outcome);
  const { candidates } = decision;
  const first = (accepted ? candidates.find(numberAgrees) : undefined) ?? candidates[0];
  const second = candidates.find((candidate) => candidate !== first);
  const explanation = sentences.of(decision.explanation);
  return `${csvCell(recordId)},${decision.outcome},${who(first)},${who(second)},${classesOf(first)},${explanation}\n`;
}

function who(candidate: ScoredCandidate | undefined): string {
  if (!candidate) return ",";
  return `${csvCell(candidate.personId)},${candidate.score.toFixed(SCORE_DECIMALS)}`;
}

function classesOf(candidate: ScoredCandidate | undefined): string {
  return candidate?.fields.map((one) => `${TITLE[one.field]}:${one.class}`).join(";") ?? "";
}
