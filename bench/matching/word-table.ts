import type { Outcome } from "@/lib/domain/matching/vocabulary";
import { type Answer, isWronglyAccepted } from "./answers";
import { comparedWords, DAMAGE_WORDS, damageWord } from "./damage-words";

/** Outcomes of the records that carry a word, `wrong` the acceptances of somebody else. */
export interface WordCounts {
  word: string;
  effect: string;
  records: number;
  outcomes: Partial<Record<Outcome, number>>;
  wrong: number;
  /** The right person stands first, whatever the outcome. */
  first: number;
}

const UNDAMAGED = "(none)";

/**
 * One line for each word of damage. With `alone` only records in which nothing else is wrong with the
 * compared fields; records without a person in the registry have lines of their own.
 */
export function countByWord(
  answers: Iterable<Answer>,
  { alone }: { alone: boolean },
): WordCounts[] {
  const lines = new Map<string, WordCounts>();
  for (const answer of answers) {
    for (const word of linesOf(answer, alone)) {
      const line = lines.get(word) ?? emptyLine(word);
      lines.set(word, line);
      add(line, answer);
    }
  }
  const order = [UNDAMAGED, ...DAMAGE_WORDS.keys()];
  return [...lines.values()].sort((a, b) => order.indexOf(a.word) - order.indexOf(b.word));
}

function linesOf({ damage }: Answer, alone: boolean): string[] {
  for (const word of ["foreign", "not_in_registry"]) if (damage.includes(word)) return [word];
  const words = comparedWords(damage);
  if (words.length === 0) return [UNDAMAGED];
  return alone && words.length > 1 ? [] : words;
}

function emptyLine(word: string): WordCounts {
  const effect = word === UNDAMAGED ? "" : damageWord(word).effect;
  return { word, effect, records: 0, outcomes: {}, wrong: 0, first: 0 };
}

function add(line: WordCounts, answer: Answer): void {
  line.records++;
  line.outcomes[answer.outcome] = (line.outcomes[answer.outcome] ?? 0) + 1;
  if (isWronglyAccepted(answer)) line.wrong++;
  if (answer.trueId !== "" && answer.personId === answer.trueId) line.first++;
}

const SHOWN: readonly (readonly [string, Outcome])[] = [
  ["matched", "matched"],
  ["repaired", "repaired"],
  ["review", "review"],
  ["unmatch", "unmatched"],
  ["insuff", "insufficient"],
  ["n/a", "not_applicable"],
];

/** The lines as a table; shares in per cent of the records of the line. */
export function writeWordTable(lines: readonly WordCounts[]): string {
  const share = (part: number, all: number) => (part === 0 ? "·" : ((100 * part) / all).toFixed(1));
  const row = (head: string[], cells: string[]) =>
    `${(head[0] ?? "").padEnd(27)}${(head[1] ?? "").padEnd(9)}${cells.map((cell) => cell.padStart(9)).join("")}`;
  const titles = ["records", ...SHOWN.map(([title]) => title), "wrong", "first"];
  return [
    row(["word", "effect"], titles),
    ...lines.map(({ word, effect, records, outcomes, wrong, first }) =>
      row(
        [word, effect],
        [
          String(records),
          ...SHOWN.map(([, outcome]) => share(outcomes[outcome] ?? 0, records)),
          wrong === 0 ? "·" : String(wrong),
          share(first, records),
        ],
      ),
    ),
  ].join("\n");
}
