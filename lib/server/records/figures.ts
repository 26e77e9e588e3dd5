import "server-only";
import { scopeRange } from "@/lib/domain/units/unit";
import type { Sql } from "@/lib/server/core/db";

/** Beyond this many, "hơn 1.000" is all that a reader needs. */
export const MOST_COUNTED = 1000;

interface Wanted {
  kind: "record" | "task";
  /** columns by which it is summed up, as they are selected */
  by: readonly string[];
  where?: string;
}

const FRESH = `select unit_path, kind, state, outcome, main_class, people from progress_fresh
  where unit_path >= $1 and unit_path < $2`;

/**
 * What triggers keep of the unit $1 (to $2) and all below it, in one statement: what is folded, and what
 * isn't yet.
 */
export function keptFigures({ kind, by, where = "true" }: Wanted): string {
  const places = by.map((_, at) => at + 1).join(", ");
  return `select ${by.join(", ")}, sum(people::int4)::int as n from (
    select unit_path, kind, state, outcome, main_class, people from progress_count
    where grain = grain_at($1, 'class') and parent_path = parent_path($1) and unit_path = $1
    union all ${FRESH}) cell
  where kind = '${kind}' and ${where} group by ${places} having sum(people) <> 0`;
}

/** Records of one outcome; '' before the first comparison. */
export interface OutcomeCell {
  province: string;
  outcome: string;
  n: number;
}

const PROVINCE = `rtrim(split_part(unit_path, '.', 1) || '.' || split_part(unit_path, '.', 2), '.') || '.'`;
// Of the country each province and what lies at the country itself; of any other unit its own sum.
const OUTCOMES = `select ${PROVINCE} as province, outcome, sum(people::int4)::int as n from (
    select unit_path, kind, state, outcome, main_class, people from progress_count
    where $3 and grain = 'sum' and parent_path = $1
    union all
    select unit_path, kind, state, outcome, main_class, people from progress_count
    where grain = case when $3 then 'own' else 'sum' end and parent_path = parent_path($1) and unit_path = $1
    union all ${FRESH}) cell
  where kind = 'record' group by 1, 2 having sum(people) <> 0`;

// Figures are kept by commune: of a hamlet its records themselves are counted.
const OF_HAMLET = `
  select province, coalesce(outcome, '') as outcome, count(*)::int as n from record
  where hamlet_id = $1::uuid group by 1, 2`;

/** Records of a place by province and outcome; of a single hamlet for its team. */
export function readOutcomes(
  sql: Sql,
  { path, hamletId }: { path: string; hamletId: string | null },
): Promise<OutcomeCell[]> {
  if (hamletId) return sql<OutcomeCell>(OF_HAMLET, [hamletId]);
  const { from, to } = scopeRange(path);
  return sql<OutcomeCell>(OUTCOMES, [from, to, isNation(path)]);
}

/** The country's path is its id alone. */
const isNation = (path: string) => path.indexOf(".") === path.length - 1;

const OPEN = keptFigures({ kind: "task", by: ["'task' as kind"], where: "state <> 'closed'" });
const OPEN_OF_HAMLET = `
  select count(*)::int as n from task where hamlet_id = $1::uuid and state <> 'closed'`;

/** How many records of a place have an open task. */
export async function readOpenTasks(
  sql: Sql,
  { path, hamletId }: { path: string; hamletId: string | null },
): Promise<number> {
  const { from, to } = scopeRange(path);
  const rows = hamletId
    ? await sql<{ n: number }>(OPEN_OF_HAMLET, [hamletId])
    : await sql<{ n: number }>(OPEN, [from, to]);
  return rows[0]?.n ?? 0;
}
