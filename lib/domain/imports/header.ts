import { normaliseName } from "@/lib/domain/records/full-name";
import {
  type ColumnKey,
  columnTitle,
  type DoseKey,
  type Layout,
  PROFILES,
  type Profile,
  REQUIRED_COLUMNS,
} from "./profile";
import { readTitle, type Title } from "./title";

/** Where each value stands: positions of cells, counted from 0. */
export interface Mapping {
  columns: Partial<Record<ColumnKey, number>>;
  /** By dose; a single entry in the dose layout. */
  doses: Partial<Record<DoseKey, number>>[];
}

/** Plain data: a job may store it beside the batch. */
export interface Header {
  profile: Profile["name"];
  layout: Layout;
  mapping: Mapping;
  /** Titles as the file has them, by position. */
  titles: string[];
  /** Titles that nothing is read from: to be shown, never passed over in silence. */
  unread: string[];
}

export type HeaderReading =
  | ({ ok: true } & Header)
  | { ok: false; code: HeaderCode; params: Record<string, string | number> };

export const HEADER_CODES = ["headerNotFound", "columnsMissing", "columnRepeated"] as const;
export type HeaderCode = (typeof HEADER_CODES)[number];

/** Fewer recognised titles than this, and a line is not a title line at all. */
const FEWEST_TITLES = 3;

interface Reading {
  profile: Profile;
  header: Header;
  repeated: number | null;
  recognised: number;
}

/**
 * Reads one line of titles in the profile that knows most of them.
 * Codes: `headerNotFound`, `columnsMissing` {columns, count}, `columnRepeated` {column}.
 */
export function readHeader(cells: readonly string[]): HeaderReading {
  return judge(readBest(cells));
}

/** How many titles of the line are known; tells a title line from a line above it. */
export function countTitles(cells: readonly string[]): number {
  return readBest(cells).recognised;
}

function readBest(cells: readonly string[]): Reading {
  const readings = PROFILES.map((profile) => readTitles(profile, cells));
  return readings.reduce((best, next) => (next.recognised > best.recognised ? next : best));
}

function judge({ profile, header, repeated, recognised }: Reading): HeaderReading {
  if (recognised < FEWEST_TITLES) return { ok: false, code: "headerNotFound", params: {} };
  const missing = REQUIRED_COLUMNS.filter((key) => header.mapping.columns[key] === undefined);
  if (missing.length > 0) {
    const columns = missing.map((key) => `“${columnTitle(profile, key)}”`).join(", ");
    return { ok: false, code: "columnsMissing", params: { columns, count: missing.length } };
  }
  if (repeated !== null) {
    const column = header.titles[repeated] ?? "";
    return { ok: false, code: "columnRepeated", params: { column } };
  }
  return { ok: true, ...header };
}

function readTitles(profile: Profile, cells: readonly string[]): Reading {
  const titles = cells.map(normaliseName);
  const read = titles.map((title) => (title === "" ? null : readTitle(profile, title)));
  const { columns, repeated } = placeColumns(read);
  const { doses, numbered } = placeDoses(read);
  if (columns.idNumber === undefined && columns.oldIdNumber !== undefined) {
    columns.idNumber = columns.oldIdNumber;
    delete columns.oldIdNumber;
  }
  const used = new Set([columns, ...doses].flatMap((places) => Object.values(places)));
  const layout = doses.length > 0 && !numbered ? "dose" : "person";
  const unread = titles.filter((title, position) => title !== "" && !used.has(position));
  const header = { profile: profile.name, layout, mapping: { columns, doses }, titles, unread };
  return { profile, header: header as Header, repeated, recognised: used.size };
}

/** Of two titles for the same column the one with the surer spelling counts. */
function placeColumns(read: (Title | null)[]) {
  const columns: Mapping["columns"] = {};
  const ranks: Partial<Record<ColumnKey, number>> = {};
  let repeated: number | null = null;
  for (const [position, title] of read.entries()) {
    if (title?.kind !== "person") continue;
    const rank = ranks[title.key] ?? Number.POSITIVE_INFINITY;
    if (title.rank === rank && REQUIRED_COLUMNS.includes(title.key)) repeated = position;
    if (title.rank >= rank) continue;
    columns[title.key] = position;
    ranks[title.key] = title.rank;
  }
  return { columns, repeated };
}

/** A title without a number that comes again belongs to the next dose. */
function placeDoses(read: (Title | null)[]) {
  const doses: Mapping["doses"] = [];
  let numbered = false;
  for (const [position, title] of read.entries()) {
    if (title?.kind !== "dose") continue;
    const index = title.doseNo === null ? firstFree(doses, title.key) : title.doseNo - 1;
    numbered ||= title.doseNo !== null || index > 0;
    while (doses.length <= index) doses.push({});
    const dose = doses[index];
    if (dose && dose[title.key] === undefined) dose[title.key] = position;
  }
  return { doses, numbered };
}

function firstFree(doses: Mapping["doses"], key: DoseKey): number {
  const index = doses.findIndex((dose) => dose[key] === undefined);
  return index === -1 ? doses.length : index;
}
