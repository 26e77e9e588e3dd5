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
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 && UNSAFE.has(code)) return quotedCell(text);
  }
  const first = text.charCodeAt(0);
  return first === 0x3d || first === 0x40 ? quotedCell(text) : text;
}

/** Tab, line ends, quotation mark, plus, comma and minus. */
const UNSAFE = new Set([0x09, 0x0a, 0x0d, 0x22, 0x2b, 0x2c, 0x2d]);

function quotedCell(text: string): string {
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

/** One line of the result behind its record_id, with its line end. */
export function resultLine(decision: MatchDecision, sentences: Sentences): string {
  const accepted = ACCEPTED.has(decision.outcome);
  const { candidates } = decision;
  const first = (accepted ? candidates.find(numberAgrees) : undefined) ?? candidates[0];
  const second = candidates.find((candidate) => candidate !== first);
  const explanation = sentences.of(decision.explanation);
  return `,${decision.outcome},${who(first)},${who(second)},${classesOf(first)},${explanation}\n`;
}

/** A probability as it stands in files. */
export function writeScore(score: number): string {
  return score.toFixed(SCORE_DECIMALS);
}

function who(candidate: ScoredCandidate | undefined): string {
  if (!candidate) return ",";
  return `${csvCell(candidate.personId)},${writeScore(candidate.score)}`;
}

function classesOf(candidate: ScoredCandidate | undefined): string {
  return candidate?.fields.map((one) => `${TITLE[one.field]}:${one.class}`).join(";") ?? "";
}
