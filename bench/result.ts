import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

export interface Result {
  case: string;
  metric: string;
  ours: number | null;
  peer: number | null;
  limit: number | null;
  unit: string;
}

const HEAD = ["case", "metric", "ours", "peer", "limit", "unit"] as const;
const WIDTHS = [34, 28, 12, 12, 12, 6];

function line(cells: readonly (string | number | null)[]): string {
  return cells.map((cell, at) => `${cell ?? "–"}`.padEnd(WIDTHS[at] ?? 0)).join("");
}

/** Prints the figures as a table and, where asked, writes the same as JSON. */
export function report(bench: string, results: readonly Result[], file: string | undefined): void {
  process.stdout.write(`${line(HEAD)}\n`);
  for (const one of results) process.stdout.write(`${line(HEAD.map((key) => one[key]))}\n`);
  if (file) writeFileSync(file, JSON.stringify({ bench, machine: machine(), results }, null, 2));
}

/** What is being done, to whoever watches; figures go to standard output. */
export const say = (text: string) => process.stderr.write(`${text}\n`);

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

/** Where it was measured, for the JSON of a bench. */
export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`;

export const round = (value: number) => Number(value.toPrecision(value < 100 ? 3 : 4));

/** Milliseconds below which a share of all lies. */
export function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
