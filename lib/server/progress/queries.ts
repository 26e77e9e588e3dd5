import "server-only";
import { z } from "zod";
import { type Cell, type Figures, figuresOf } from "@/lib/domain/progress/figure";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";

// A figure = what is folded + what isn't yet, read in one statement and so at one instant.
const CELLS = `
  with cell as (
    select unit_path, kind, state, outcome, main_class, people from progress_count
    where unit_path >= $1 and unit_path < $2
    union all
    select unit_path, kind, state, outcome, main_class, people from progress_delta
    where unit_path >= $1 and unit_path < $2)
  select child.id as "unitId", kind, state, outcome, main_class as "mainClass", sum(people)::int8 as people
  from cell left join unit child
    on child.parent_id = $3 and cell.unit_path >= child.path
   and cell.unit_path < left(child.path, length(child.path) - 1) || '/'
  group by 1, 2, 3, 4, 5 having sum(people) <> 0`;

interface UnitLine {
  id: string;
  name: string;
  level: string;
  path: string;
}

export interface ProgressPage {
  unit: UnitLine;
  at: string;
  figures: Figures;
  children: (UnitLine & { figures: Figures })[];
}

function upper(path: string): string {
  return `${path.slice(0, -1)}/`;
}

const UNIT = "select id, name, level, path from unit where id = $1 and path >= $2 and path < $3";

/** Figures of a unit and of each unit below it, within the viewer's area. */
export const getProgress = query<string | null, ProgressPage>(
  "progress:read",
  async ({ sql, actor }, unitId) => {
    const unit = found(
      (
        await sql<UnitLine>(UNIT, [
          unitId ?? actor.unitId,
          actor.unitPath,
          upper(actor.unitPath),
        ])
      )[0],
    );
    const cells = await sql<Cell & { unitId: string | null }>(CELLS, [
      unit.path,
      upper(unit.path),
      unit.id,
    ]);
    const children = await sql<UnitLine>(
      'select id, name, level, path from unit where parent_id = $1 order by name collate "vi-x-icu"',
      [unit.id],
    );
    return {
      unit,
      at: new Date().toISOString(),
      figures: figuresOf(cells),
      children: children
        .map((child) => ({
          ...child,
          figures: figuresOf(cells.filter((cell) => cell.unitId === child.id)),
        }))
        .filter((child) => child.figures.total > 0 || children.length <= 40),
    };
  },
);

/** What narrows the list behind a figure: the same words as the figure's own definition. */
export const LineFilter = z.object({
  unit: z.string().max(20).optional().catch(undefined),
  state: z.string().max(20).optional().catch(undefined),
  resolution: z.string().max(20).optional().catch(undefined),
  mainClass: z.string().max(20).optional().catch(undefined),
  cleared: z.literal("1").optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type LineFilter = z.output<typeof LineFilter>;

/** A line behind a figure: no name, no number, no date of birth. */
export interface ProgressLine {
  id: string;
  recordCode: string;
  unitName: string;
  mainClass: string;
  mainField: string | null;
  state: string;
  force: string;
  days: number;
}

const PAGE = 50;

const TASK_LINES = `
  select l.task_id as id, l.record_code as "recordCode", u.name as "unitName", l.main_class as "mainClass",
    l.main_field as "mainField", l.state, l.force, extract(day from now() - l.created_at)::int as days
  from progress_line l join unit u on u.id = l.unit_id
  where l.unit_path >= $1 and l.unit_path < $2
    and (case when $3::text is not null then l.resolution = $3
              when $4::text is not null then l.state = $4 else l.state <> 'closed' end)
    and ($5::text is null or l.main_class = $5) and ($6::uuid is null or l.task_id > $6)
  order by l.task_id limit ${PAGE + 1}`;

const CLEARED_LINES = `
  select l.record_id as id, l.record_code as "recordCode", u.name as "unitName", l.main_class as "mainClass",
    l.main_field as "mainField", 'cleared' as state, 'system' as force,
    extract(day from now() - l.created_at)::int as days
  from progress_record l join unit u on u.id = l.unit_id
  where l.unit_path >= $1 and l.unit_path < $2
    and (l.outcome = 'repaired' or (l.outcome = 'matched' and l.main_class <> 'same'))
    and ($3::text is null or l.main_class = $3) and ($4::uuid is null or l.record_id > $4)
  order by l.record_id limit ${PAGE + 1}`;

/** The list behind a figure, a page at a time. */
export const listProgressLines = query<LineFilter, { unit: UnitLine; lines: ProgressLine[]; next: string | null }>(
  "progress:read",
  async ({ sql, actor }, filter) => {
    const range = [actor.unitPath, upper(actor.unitPath)];
    const unit = found((await sql<UnitLine>(UNIT, [filter.unit ?? actor.unitId, ...range]))[0]);
    const of = [unit.path, upper(unit.path)];
    const narrowed = [filter.mainClass ?? null, filter.after ?? null];
    const rows = filter.cleared
      ? await sql<ProgressLine>(CLEARED_LINES, [...of, ...narrowed])
      : await sql<ProgressLine>(TASK_LINES, [
          ...of,
          filter.resolution ?? null,
          filter.state ?? null,
          ...narrowed,
        ]);
    const lines = rows.slice(0, PAGE);
    return { unit, lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
  },
);
