import "server-only";
import { createHash } from "node:crypto";
import type { Cell } from "@/lib/domain/progress/figure";

/** Figures at or below a unit stand as this says; another mark, and something has changed. */
export type Mark = string;

const weights = new Map<string, bigint>();

/** A number for the words of a cell, as `mark_of` in the database has it. There are some hundred such words. */
function weightOf({ kind, state, outcome, mainClass }: Cell): bigint {
  const words = [kind, state, outcome, mainClass].join(",");
  const known = weights.get(words);
  if (known !== undefined) return known;
  const weight = BigInt(createHash("md5").update(words).digest().readUInt32BE());
  weights.set(words, weight);
  return weight;
}

/** The mark of cells by class: the same as the database gives for them, folded or not. It says nothing of what changed. */
export function markOf(cells: readonly Cell[]): Mark {
  const amounts = cells.map((cell) => weightOf(cell) * BigInt(cell.people + 3 * cell.doses));
  return String(amounts.reduce((sum, amount) => sum + amount, 0n));
}
