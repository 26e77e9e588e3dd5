import diff from "fast-diff";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";

/**
 * How a piece of a value differs from the other side: only in tone or diacritics, changed places,
 * one or two letters, absent on this side, or entirely.
 */
export type Mark = "same" | "diacritics" | "swapped" | "letters" | "missing" | "different";

export interface Part {
  text: string;
  mark: Mark;
}

/** Both values cut into pieces; joined again, the pieces of a side give its value. */
export interface Difference {
  record: Part[];
  registry: Part[];
}

/** Up to so many changed letters in a run are "one or two letters". */
const FEW_LETTERS = 2;
/** Under this share of letters in common, letter marks would only be noise. */
const MOSTLY_EQUAL = 0.5;
/** Two ways to write one value: nothing to point at. */
const UNMARKED_CLASSES: readonly DifferenceClass[] = ["same", "format"];
/** Letters in common would be chance. */
const WHOLE_CLASSES: readonly DifferenceClass[] = ["different", "old_number"];
const SWAPPED_CLASSES: readonly DifferenceClass[] = ["order", "swapped_date"];

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

function split(value: string): string[] {
  return [...graphemes.segment(value.normalize("NFC"))].map(({ segment }) => segment);
}

/** The bare letter: no case, no diacritics, one kind of space. */
function bare(grapheme: string): string {
  const letter = grapheme
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace("\u0111", "d");
  return letter.trim() === "" ? " " : letter;
}

function sameLetter(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase() || bare(one) === " ";
}

/** One code unit for each different bare letter, so that no letter is ever torn apart. */
function encoder(): (letters: string[]) => string {
  const codes = new Map<string, string>();
  const encode = (letter: string) => {
    const known = codes.get(letter) ?? String.fromCharCode(codes.size + 1);
    codes.set(letter, known);
    return known;
  };
  return (letters) => letters.map((letter) => encode(bare(letter))).join("");
}

function push(parts: Part[], text: string, mark: Mark): void {
  const last = parts.at(-1);
  if (last?.mark === mark && mark !== "missing") last.text += text;
  else parts.push({ text, mark });
}

const runMark = (length: number): Mark => (length <= FEW_LETTERS ? "letters" : "different");

interface Run {
  kind: -1 | 0 | 1;
  length: number;
  /** The other side has letters of its own in this place. */
  replaced: boolean;
}

function runsOf(record: string[], registry: string[]): Run[] {
  const encode = encoder();
  const changes = diff(encode(record), encode(registry), undefined, true);
  const isChange = (index: number) => (changes[index]?.[0] ?? diff.EQUAL) !== diff.EQUAL;
  return changes.map(([kind, text], index) => ({
    kind,
    length: text.length,
    // A deletion stands right before the insertion that replaces it.
    replaced: isChange(kind === diff.DELETE ? index + 1 : index - 1),
  }));
}

/** Letters that stand on one side only; the other side gets a gap, unless it has a run there too. */
function pushChanged(result: Difference, run: Run, text: string): void {
  const [own, other] =
    run.kind === diff.DELETE ? [result.record, result.registry] : [result.registry, result.record];
  push(own, text, runMark(run.length));
  if (!run.replaced) push(other, "", "missing");
}

function pushAligned(result: Difference, record: string[], registry: string[]): void {
  record.forEach((letter, index) => {
    const counterpart = registry[index] ?? "";
    const mark = sameLetter(letter, counterpart) ? "same" : "diacritics";
    push(result.record, letter, mark);
    push(result.registry, counterpart, mark);
  });
}

function byLetter(record: string[], registry: string[], runs: readonly Run[]): Difference {
  const result: Difference = { record: [], registry: [] };
  const at = { record: 0, registry: 0 };
  for (const run of runs) {
    const left = run.kind === diff.INSERT ? [] : record.slice(at.record, at.record + run.length);
    const right =
      run.kind === diff.DELETE ? [] : registry.slice(at.registry, at.registry + run.length);
    at.record += left.length;
    at.registry += right.length;
    if (run.kind === diff.EQUAL) pushAligned(result, left, right);
    else pushChanged(result, run, [...left, ...right].join(""));
  }
  return result;
}

/** Words or parts of a date, with the separators between them. */
const pieces = (value: string) => value.normalize("NFC").split(/([\s/.-]+)/);

function markMoved(own: string[], other: string[]): Part[] {
  const parts: Part[] = [];
  own.forEach((piece, index) => {
    const isSeparator = index % 2 === 1;
    const moved =
      !isSeparator &&
      [...piece].map(bare).join("") !== [...(other[index] ?? "")].map(bare).join("");
    push(parts, piece, moved ? "swapped" : "same");
  });
  return parts;
}

/** Under a mask letters of one place can't be told; with as many on both sides those that are seen can. */
function isVeiled(record: string, registry: string): boolean {
  return `${record}${registry}`.includes("*") && record.length !== registry.length;
}

const whole = (text: string, mark: Mark): Part[] => [{ text, mark }];

function withMissing(record: string, registry: string): Difference {
  return {
    record: whole(record, record === "" ? "missing" : "same"),
    registry: whole(registry, registry === "" ? "missing" : "same"),
  };
}

/**
 * Both values cut into marked pieces. Letters are aligned without case and diacritics, so that a
 * changed tone is a changed tone and not a changed letter; null or empty is a missing value.
 */
export function differenceOf(
  recordValue: string | null,
  registryValue: string | null,
  kind: DifferenceClass,
): Difference {
  const [record, registry] = [recordValue ?? "", registryValue ?? ""];
  if (record === "" || registry === "") return withMissing(record, registry);
  if (UNMARKED_CLASSES.includes(kind) || isVeiled(record, registry)) {
    return { record: whole(record, "same"), registry: whole(registry, "same") };
  }
  if (SWAPPED_CLASSES.includes(kind)) {
    const [left, right] = [pieces(record), pieces(registry)];
    return { record: markMoved(left, right), registry: markMoved(right, left) };
  }
  const [left, right] = [split(record), split(registry)];
  const runs = runsOf(left, right);
  const common = runs.reduce((sum, run) => sum + (run.kind === diff.EQUAL ? run.length : 0), 0);
  const apart = common < MOSTLY_EQUAL * Math.max(left.length, right.length);
  if (WHOLE_CLASSES.includes(kind) || apart) {
    return { record: whole(record, "different"), registry: whole(registry, "different") };
  }
  return byLetter(left, right, runs);
}
