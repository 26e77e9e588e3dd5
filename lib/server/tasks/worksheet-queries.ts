import "server-only";
import { forceOf } from "@/lib/domain/access/actor";
import { maskNumber } from "@/lib/domain/records/mask";
import { type Missing, missingOf } from "@/lib/domain/tasks/worksheet/missing";
import { writeRowCode } from "@/lib/domain/tasks/worksheet/row-code";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { SHEET_TASKS, sheetScope, type WorksheetKind } from "./worksheet";

export interface SheetChoice {
  hamletId: string | null;
  hamlet: string | null;
  count: number;
}

const CHOICES = `
  select t.hamlet_id as "hamletId", h.name as hamlet, count(*)::int as count ${SHEET_TASKS}
  group by 1, 2 order by h.name nulls last`;

const SHEETS = `
  select w.id, w.kind, w.created_at as "createdAt", h.name as hamlet, o.full_name as name,
    (select count(*)::int from worksheet_line l where l.worksheet_id = w.id) as lines
  from worksheet w left join hamlet h on h.id = w.hamlet_id left join officer o on o.id = w.created_by_id
  where w.unit_id = $1 order by w.created_at desc, w.id desc limit 20`;

export interface SheetLine {
  id: string;
  kind: WorksheetKind;
  createdAt: Date;
  hamlet: string | null;
  name: string | null;
  lines: number;
}

/** What may be printed: hamlets with how many lines each, the own list, and the latest sheets. */
export const getWorksheetChoices = query("task:claim", async ({ sql, actor }) => {
  const all = sheetScope(actor, { kind: "hamlet" });
  const own = sheetScope(actor, { kind: "own" });
  const count = `select count(*)::int as n ${SHEET_TASKS}`;
  const [mine] = await sql<{ n: number }>(count, own.params);
  return {
    force: forceOf(actor),
    hamlets: await sql<SheetChoice>(CHOICES, all.params),
    own: mine?.n ?? 0,
    sheets: await sql<SheetLine>(SHEETS, [actor.unitId]),
  };
});

interface Row {
  lineNo: number;
  code: string;
  fullName: string | null;
  birthYear: string | null;
  birthPrecision: string | null;
  sex: string | null;
  idNumber: string | null;
  address: string | null;
  phone: string | null;
}

/** A line as it is printed: numbers masked, what is missing as codes. */
export interface PrintedLine {
  lineNo: number;
  /** "K7R-4PM2" */
  code: string;
  fullName: string | null;
  birthYear: string | null;
  sex: string | null;
  address: string | null;
  phone: string | null;
  missing: Missing[];
}

const HEAD = `
  select w.id, w.kind, w.created_at as "createdAt", h.name as hamlet, u.name as "unitName",
    p.name as "parentName", o.full_name as name
  from worksheet w join unit u on u.id = w.unit_id left join unit p on p.id = u.parent_id
  left join hamlet h on h.id = w.hamlet_id left join officer o on o.id = w.created_by_id
  where w.id = $1`;

const LINES = `
  select l.line_no as "lineNo", l.code, r.full_name as "fullName",
    extract(year from r.birth_date)::text as "birthYear", r.birth_precision as "birthPrecision", r.sex,
    r.id_number as "idNumber", r.address, r.phone
  from worksheet_line l join record r on r.id = l.record_id where l.worksheet_id = $1
  order by l.line_no`;

function printed(row: Row): PrintedLine {
  const { idNumber: _, birthPrecision: __, phone, code, ...rest } = row;
  return {
    ...rest,
    code: writeRowCode(code),
    phone: phone ? maskNumber(phone) : null,
    missing: missingOf(row),
  };
}

interface Head {
  id: string;
  kind: WorksheetKind;
  createdAt: Date;
  hamlet: string | null;
  unitName: string;
  parentName: string | null;
  name: string | null;
}

/** A sheet with its lines; those of tasks that went elsewhere are left out. */
export const getWorksheet = query("task:claim", async ({ sql }, id: string) => {
  const head = found((await sql<Head>(HEAD, [id]))[0]);
  return { ...head, lines: (await sql<Row>(LINES, [id])).map(printed) };
});

export type Worksheet = Awaited<ReturnType<typeof getWorksheet>>;
