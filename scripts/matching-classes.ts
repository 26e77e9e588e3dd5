// What the engine is shown of every class of difference: npm run matching:classes
// Runs the tables of examples of lib/domain/matching/classes and prints how many hold.
import { checkExample } from "@/lib/domain/matching/classes/check-example";
import type { ClassExample } from "@/lib/domain/matching/classes/example";
import { CLASS_TABLES } from "@/lib/domain/matching/classes/tables";

const HEADS = ["class", "seen through", "neighbours refused", "total", "failing"];

function countHolding(examples: readonly ClassExample[]): number {
  return examples.filter((example) => checkExample(example).length === 0).length;
}

const rows = CLASS_TABLES.map((table) => {
  const seen = countHolding(table.seen);
  const refused = countHolding(table.neighbours);
  const total = table.seen.length + table.neighbours.length;
  return { name: table.class, counts: [seen, refused, total, total - seen - refused] };
});
const sums = HEADS.slice(1).map((_, at) =>
  rows.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
);
const lines = [...rows, { name: "all", counts: sums }].map(({ name, counts }) => [
  name,
  ...counts.map(String),
]);
const widths = HEADS.map((head, at) =>
  Math.max(head.length, ...lines.map((line) => (line[at] ?? "").length)),
);
for (const line of [HEADS, ...lines]) {
  const cells = line.map((cell, at) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
  );
  process.stdout.write(`${cells.join("  ")}\n`);
}
process.exitCode = (sums.at(-1) ?? 0) > 0 ? 1 : 0;
