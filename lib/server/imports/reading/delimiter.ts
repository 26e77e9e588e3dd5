const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES = 40;

/** How the lines of a text file are cut into cells. */
export interface Cutting {
  delimiter: string;
  /** The first line names the delimiter, for Excel only, and is no row ("sep=;"). */
  named: boolean;
}

/**
 * Finds the delimiter from the beginning of a file: the one that cuts most lines into the same, and
 * greatest, number of cells. What stands in quotes is not counted.
 */
export function findCutting(head: string): Cutting {
  const named = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(head);
  if (named) return { delimiter: named[1] ?? ",", named: true };
  const lines = withoutQuoted(head)
    .split(/\r\n|\n|\r/)
    .slice(0, LINES);
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(delimiter, lines) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return { delimiter: best.delimiter, named: false };
}

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, "");
}

function scoreOf(delimiter: Delimiter, lines: readonly string[]): number {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    const cuts = line.split(delimiter).length - 1;
    if (cuts > 0) lengths.set(cuts, (lengths.get(cuts) ?? 0) + 1);
  }
  return Math.max(0, ...[...lengths].map(([cuts, times]) => cuts * times));
}
