import type { Role } from "@/lib/domain/access/roles";
import { foldUnitName } from "@/lib/domain/units/unit-name";
import { findListedUnit, type ListedUnit } from "./listed-unit";
import { NewOfficer, type OfficerDraft, type OfficerProblem } from "./new-officer";

/** The columns of a list, in the order in which they are offered. */
export const LIST_COLUMNS = ["username", "fullName", "role", "unit", "province", "hamlet"] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** A line of a list as it was written. `line` counts from 1, the header included. */
export type ListedOfficer = Record<ListColumn, string> & { line: number };

export type OfficerList =
  | { ok: true; lines: ListedOfficer[] }
  | { ok: false; code: "listEmpty" }
  | { ok: false; code: "columnsMissing"; columns: ListColumn[] };

/** Headings by column, folded: lower case, no marks, one space. */
const HEADINGS: Record<ListColumn, readonly string[]> = {
  username: ["username", "ten dang nhap", "tai khoan", "ten tai khoan"],
  fullName: ["full name", "fullname", "ho va ten", "ho ten", "can bo"],
  role: ["role", "vai tro", "luc luong"],
  unit: ["unit", "unit code", "don vi", "ma don vi", "xa phuong", "ma xa"],
  province: ["province", "tinh", "tinh thanh pho", "ma tinh"],
  hamlet: ["hamlet", "thon to", "thon", "ap", "to dan pho", "thon ap to dan pho"],
};
const NEEDED: readonly ListColumn[] = ["username", "fullName", "role", "unit"];

/** The words for roles, folded, beside the codes themselves. */
const ROLE_WORDS: Record<Role, readonly string[]> = {
  admin: ["admin", "administrator", "quan tri", "quan tri he thong"],
  coordinator: ["coordinator", "dieu phoi", "can bo dieu phoi"],
  health: ["health", "health station", "y te", "tram y te"],
  police: ["police", "commune police", "cong an", "cong an xa"],
  hamlet: ["hamlet", "hamlet team", "to thon ap", "thon to", "to cong tac thon ap", "to dan pho"],
  leader: ["leader", "task force leader", "lanh dao", "lanh dao to cong tac"],
  auditor: ["auditor", "kiem tra nhat ky", "kiem tra", "giam sat"],
};

/** Reads the cells of a sheet or a pasted text: one row of headings, then one account a row. */
export function readOfficerList(rows: readonly (readonly string[])[]): OfficerList {
  const [headings, ...body] = rows;
  const filled = body
    .map((cells, at) => ({ cells, line: at + 2 }))
    .filter(({ cells }) => cells.some(Boolean));
  if (!headings || filled.length === 0) return { ok: false, code: "listEmpty" };
  const places = columnPlaces(headings);
  const missing = NEEDED.filter((column) => !places.has(column));
  if (missing.length > 0) return { ok: false, code: "columnsMissing", columns: missing };
  const cell = (cells: readonly string[], column: ListColumn) => {
    const place = places.get(column);
    return place === undefined ? "" : (cells[place] ?? "").trim();
  };
  const lines = filled.map(({ cells, line }) => {
    const values = LIST_COLUMNS.map((column) => [column, cell(cells, column)] as const);
    return { line, ...(Object.fromEntries(values) as Record<ListColumn, string>) };
  });
  return { ok: true, lines };
}

function columnPlaces(headings: readonly string[]): Map<ListColumn, number> {
  const places = new Map<ListColumn, number>();
  headings.forEach((heading, place) => {
    const folded = foldUnitName(heading);
    const column = LIST_COLUMNS.find((name) => HEADINGS[name].includes(folded));
    if (column && !places.has(column)) places.set(column, place);
  });
  return places;
}

/** The role that a word means; null for a word of none. */
export function readRole(text: string): Role | null {
  const folded = foldUnitName(text);
  const found = Object.entries(ROLE_WORDS).find(([, words]) => words.includes(folded));
  return found ? (found[0] as Role) : null;
}

/** Turns a line into an account; every field that can't stand is named, not only the first. */
export function draftOfLine(line: ListedOfficer, units: readonly ListedUnit[]): OfficerDraft {
  const role = readRole(line.role);
  const unit = findListedUnit({ name: line.unit, province: line.province }, units);
  const parsed = NewOfficer.safeParse({
    username: line.username,
    fullName: line.fullName,
    role,
    unitId: unit.ok ? unit.id : "-",
    hamletName: line.hamlet || null,
  });
  const problems: OfficerProblem[] = unit.ok ? [] : [{ field: "unitId", code: unit.code }];
  for (const issue of parsed.error?.issues ?? []) {
    problems.push({ field: issue.path[0] as keyof NewOfficer, code: issue.message });
  }
  return { officer: problems.length === 0 ? (parsed.data ?? null) : null, problems };
}
