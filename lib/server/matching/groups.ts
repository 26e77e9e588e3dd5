import "server-only";
import type { Outcome } from "@/lib/domain/matching/vocabulary";
import { maskNumber } from "@/lib/domain/records/mask";
import { query } from "@/lib/server/core/query";
import type { GroupKind } from "./duplicates";

export interface GroupMember {
  recordId: string;
  code: string;
  fullName: string | null;
  /** masked */
  idNumber: string | null;
  commune: string | null;
  outcome: Outcome | null;
}

/** Records that may be one person's; those closed as duplicates are not among them. */
export interface DuplicateGroup {
  id: string;
  kind: GroupKind;
  members: GroupMember[];
}

export interface GroupPage {
  groups: DuplicateGroup[];
  next: string | null;
}

const PAGE = 30;

// A group that a wider area has found too, with perhaps more records, is shown once.
const GROUPS = `
  select g.id, g.kind from record_group g
  where g.unit_path >= $1
    and (select count(*) from record_group_member b join record r on r.id = b.record_id
         where b.group_id = g.id and r.duplicate_of_id is null) > 1
    and not told_apart(g.id)
    and not exists (select 1 from record_group h
      where h.evidence = g.evidence and length(h.unit_path) < length(g.unit_path)
        and left(g.unit_path, length(h.unit_path)) = h.unit_path) and ($2::uuid is null or g.run_id = $2) and ($3::uuid is null or g.id > $3)
  order by g.id limit ${PAGE + 1}`;

const MEMBERS = `
  select b.group_id as "groupId", r.id as "recordId", r.code, r.full_name as "fullName", r.id_number as "idNumber",
    u.name as commune, r.outcome
  from record_group_member b join record r on r.id = b.record_id join unit u on u.id = r.unit_id
  where b.group_id = any($1) and r.duplicate_of_id is null order by r.code`;

interface Asked {
  /** only groups that this run was the last to find */
  runId?: string;
  /** the last group seen */
  after?: string;
}

/** Groups found in the officer's area or in a part of it, with numbers masked. */
export const listGroups = query<Asked, GroupPage>(
  "match:read",
  async ({ sql, actor }, { runId, after }) => {
    const found = await sql<{ id: string; kind: GroupKind }>(GROUPS, [
      actor.unitPath,
      runId ?? null,
      after ?? null,
    ]);
    const shown = found.slice(0, PAGE);
    const rows = await sql<GroupMember & { groupId: string }>(MEMBERS, [shown.map(({ id }) => id)]);
    const members = rows.map(({ idNumber, ...row }) => ({
      ...row,
      idNumber: idNumber === null ? null : maskNumber(idNumber),
    }));
    const groups = shown.map(({ id, kind }) => ({
      id,
      kind,
      members: members.filter(({ groupId }) => groupId === id).map(({ groupId: _, ...one }) => one),
    }));
    return { groups, next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  },
);
