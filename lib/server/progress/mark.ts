import "server-only";
import { createHash } from "node:crypto";
import type { Cell } from "@/lib/domain/progress/figure";
import { LATE, type Late } from "@/lib/domain/progress/line-filter";

/** Figures at or below a unit stand as this says; another mark, and something has changed. */
export type Mark = string;

const weights = new Map<string, bigint>();

/** A number for the words of a cell, as `mark_of` in the database has it. There are some hundred such words. */
function weightOf(words: string): bigint {
  const known = weights.get(words);
  if (known !== undefined) return known;
  const weight = BigInt(createHash("md5").update(words).digest().readUInt32BE());
  weights.set(words, weight);
  return weight;
}

/**
 * The mark of cells by class and of how many tasks are late: the same as `progress_marks` in the database gives for
 * them, folded or not. It says nothing of what changed.
 */
export function markOf(cells: readonly Cell[], late: Readonly<Record<Late, number>>): Mark {
  const amounts = [
    ...cells.map(({ kind, state, outcome, mainClass, people, doses }) => {
      const words = [kind, state, outcome, mainClass].join(",");
      return weightOf(words) * BigInt(people + 3 * doses);
    }),
    ...LATE.map((one) => weightOf(`${one},,,`) * BigInt(late[one])),
  ];
  return String(amounts.reduce((sum, amount) => sum + amount, 0n));
}
