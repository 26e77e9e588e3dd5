import "server-only";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import type { Cell } from "@/lib/domain/progress/figure";
import type { Candidate } from "@/lib/domain/progress/forecast/levers";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";
import type { UnitLine } from "./unit";

/** Differences of one cause that are fixed for many records at once, where a rule for them is found right. */
const FIXED_AT_ONCE: readonly DifferenceClass[] = [
  "format",
  "no_diacritics",
  "diacritics",
  "leading_zero",
  "old_number",
  "swapped_date",
  "partial_date",
  "abbreviated",
  "order",
];

interface Amount {
  tasks: number;
  minutes: number;
}

function sumOf(cells: readonly Cell[], pick: (cell: Cell) => boolean): Amount {
  const picked = cells.filter(
    (cell) => cell.kind === "task" && cell.state !== "closed" && pick(cell),
  );
  return {
    tasks: picked.reduce((sum, { people }) => sum + people, 0),
    minutes: picked.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

// Communes with open work of a force that have nobody of that force. Few have nobody, so that is looked for first.
const WITHOUT = `
  with without as materialized (
    select u.path, f.state from unit u
    cross join (values ('police', 'verifying'), ('health', 'correcting')) as f(role, state)
    where u.level = 'commune' and u.valid_to is null and u.path >= $1 and u.path < $2
      and not exists (select 1 from officer o where o.unit_id = u.id and o.role = f.role and o.disabled_at is null))
  select count(*)::int as offices from without w
  where exists (select 1 from progress_count c where c.grain = 'sum' and c.parent_path = parent_path(w.path)
    and c.unit_path = w.path and c.kind = 'task' and c.state = w.state and c.people > 0)`;

/**
 * What could bring the end of a unit's work nearer: one more officer, an office without anybody filled,
 * one cause fixed at once, what waits for another unit's answer taken over. `ref` is a class, or empty.
 */
export async function candidatesOf(
  sql: Sql,
  unit: UnitLine,
  of: { cells: readonly Cell[]; capacity: number },
): Promise<Candidate[]> {
  const { cells, capacity } = of;
  const { from, to } = scopeRange(unit.path);
  const [row] = await sql<{ offices: number }>(WITHOUT, [from, to]);
  const offices = row?.offices ?? 0;
  const rules = FIXED_AT_ONCE.map(
    (mainClass): Candidate => ({
      kind: "rule",
      ref: mainClass,
      ...sumOf(cells, (cell) => cell.mainClass === mainClass),
    }),
  );
  const transfer = sumOf(cells, ({ state }) => state === "transferring" || state === "new");
  return [
    { kind: "people", perDay: capacity, tasks: 0, ref: "" },
    ...(offices > 0
      ? [{ kind: "office" as const, perDay: offices * capacity, tasks: offices, ref: "" }]
      : []),
    ...rules.filter(({ tasks }) => tasks > 0),
    ...(transfer.tasks > 0 ? [{ kind: "transfer" as const, ref: "", ...transfer }] : []),
  ];
}
