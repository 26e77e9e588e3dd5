import { describe, expect, test } from "vitest";
import { checkExample } from "./check-example";
import type { ClassExample } from "./example";
import { CLASS_TABLES } from "./tables";

const LEAST = 15;

function title({ field, record, person, note }: ClassExample): string {
  const value = (side: { [key: string]: unknown }) => JSON.stringify(side[field] ?? null);
  return `${field} ${value(record)} beside ${value(person)}${note === "" ? "" : `: ${note}`}`;
}

describe.each(CLASS_TABLES.map((table) => [table.class, table] as const))("%s", (name, table) => {
  test.each(table.seen.map((one) => [title(one), one] as const))("is %s", (_, one) => {
    expect(one.class).toBe(name);
    expect(checkExample(one)).toEqual([]);
  });

  test.each(table.neighbours.map((one) => [title(one), one] as const))("is not %s", (_, one) => {
    const accepted = one.outcome === "matched" || one.outcome === "repaired";
    expect(one.class === name && accepted).toBe(false);
    expect(checkExample(one)).toEqual([]);
  });

  test("has enough of both", () => {
    expect(table.seen.length).toBeGreaterThanOrEqual(LEAST);
    expect(table.neighbours.length).toBeGreaterThanOrEqual(LEAST);
  });
});
