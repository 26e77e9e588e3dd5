import "server-only";
import { type DoseUnion, type UnitedDose, unionOfDoses } from "@/lib/domain/records/dose-union";
import { maskNumber } from "@/lib/domain/records/mask";
import { arrowsOf } from "@/lib/domain/tasks/flow";
import { judgeMerge, type MergeJudgement } from "@/lib/domain/tasks/likeness";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import type { GroupKind } from "@/lib/server/matching/duplicates";
import { type ApartLine, countApart, readApart } from "./apart-queries";
import { readDoses } from "./doses";
import { type MergeLine, readMerges } from "./merges";
import { type MergeRecord, readRecords } from "./records";

export interface GroupLine {
  id: string;
  kind: GroupKind;
  /** records in the officer's area, and in others */
  here: number;
  elsewhere: number;
  records: { recordId: string; code: string; fullName: string | null }[];
}

const PAGE = 30;
const GROUPS = `select group_id as id, kind, here, elsewhere from duplicate_groups($1, ${PAGE + 1})`;
const NAMES = `
  select b.group_id as "groupId", r.id as "recordId", r.code, r.full_name as "fullName"
  from record_group_member b join record r on r.id = b.record_id
  where b.group_id = any($1) and r.duplicate_of_id is null order by r.code`;

/** Groups of records that may be one person's, as far as they lie in the officer's area; by key. */
export const listDuplicateGroups = query<
  string | undefined,
  { groups: GroupLine[]; next: string | null }
>("duplicate:read", async ({ sql }, after) => {
  const found = await sql<Omit<GroupLine, "records">>(GROUPS, [after ?? null]);
  const shown = found.slice(0, PAGE);
  const rows = await sql<GroupLine["records"][number] & { groupId: string }>(NAMES, [
    shown.map(({ id }) => id),
  ]);
  const groups = shown.map((group) => ({
    ...group,
    records: rows
      .filter(({ groupId }) => groupId === group.id)
      .map(({ groupId: _, ...record }) => record),
  }));
  return { groups, next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
});

/** A record of a set, as it is shown: number masked. */
export interface SetRecord extends Omit<MergeRecord, "personIds" | "carriers" | "duplicateOfId"> {
  doses: UnitedDose[];
  /** its task stands where it can't be closed as a duplicate */
  busy: boolean;
}

/** Records that may be one person's, side by side. */
export interface DuplicateSet {
  records: SetRecord[];
  /** the units in which further records of the same set lie */
  elsewhere: string[];
  /** which of the records are looked at together */
  chosen: string[];
  judgement: MergeJudgement;
  union: DoseUnion;
  /** of how many pairs of the chosen somebody has said that they are two people */
  pairsApart: number;
  /** who has said so of any of the records */
  apart: ApartLine[];
  /** what was merged into one of them and still holds */
  merges: MergeLine[];
}

interface Located {
  record_id: string;
  in_area: boolean;
  unit_name: string;
}

/** A stored group, or what is like one record: the second holds also what no run has put together. */
async function locate(sql: Sql, id: string): Promise<Located[]> {
  const group = await sql<Located>("select * from records_of_group($1)", [id]);
  return group.length > 0 ? group : sql<Located>("select * from duplicates_of_record($1)", [id]);
}

function setRecord(record: MergeRecord, doses: UnitedDose[]): SetRecord {
  const { personIds: _, carriers: __, duplicateOfId: ___, idNumber, ...rest } = record;
  const from = arrowsOf("duplicate").flatMap((arrow) => arrow.from);
  return {
    ...rest,
    idNumber: idNumber ? maskNumber(idNumber) : null,
    doses,
    busy: record.taskState !== null && !from.includes(record.taskState),
  };
}

async function readSet(sql: Sql, located: Located[], wanted: string[]): Promise<DuplicateSet> {
  const ids = located.filter((one) => one.in_area).map((one) => one.record_id);
  const records = await readRecords(sql, ids);
  const told = await readDoses(sql, ids);
  const picked = ids.filter((id) => wanted.includes(id));
  const chosen = picked.length > 1 ? picked : ids;
  const dosesOf = (id: string) =>
    unionOfDoses(
      told.filter((one) => one.recordId === id),
      {},
    ).doses;
  return {
    records: records.map((record) => setRecord(record, dosesOf(record.recordId))),
    elsewhere: located.filter((one) => !one.in_area).map((one) => one.unit_name),
    chosen,
    judgement: judgeMerge(records.filter((one) => chosen.includes(one.recordId))),
    union: unionOfDoses(
      told.filter((one) => chosen.includes(one.recordId)),
      {},
    ),
    pairsApart: await countApart(sql, chosen),
    apart: await readApart(sql, ids),
    merges: await readMerges(sql, ids),
  };
}

/** A set by its group or by one of its records, with what speaks against merging the chosen ones. */
export const getDuplicateSet = query<{ id: string; chosen: string[] }, DuplicateSet>(
  "duplicate:read",
  async ({ sql }, { id, chosen }) => {
    const located = await locate(sql, id);
    if (located.length === 0) throw new AppError("NOT_FOUND");
    return readSet(sql, located, chosen);
  },
);

/** What a task's page says of other records: those that may be the same person's, and merges that hold. */
export interface OtherRecords {
  set: DuplicateSet | null;
  merges: MergeLine[];
  /** closed as a duplicate of a record in another area */
  staysElsewhere: boolean;
}

const STAYS = `
  select r.duplicate_of_id is not null as closed,
    exists (select 1 from record s where s.id = r.duplicate_of_id) as visible
  from record r where r.id = $1`;

export const findOtherRecords = query<string, OtherRecords>(
  "duplicate:read",
  async ({ sql }, recordId) => {
    const located = await sql<Located>("select * from duplicates_of_record($1)", [recordId]);
    const [own] = await sql<{ closed: boolean; visible: boolean }>(STAYS, [recordId]);
    const several = located.length > 1 && !own?.closed;
    return {
      set: several ? await readSet(sql, located, []) : null,
      merges: await readMerges(sql, [recordId]),
      staysElsewhere: own?.closed === true && !own.visible,
    };
  },
);
