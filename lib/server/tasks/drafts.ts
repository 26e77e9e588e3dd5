import "server-only";
import { z } from "zod";
import { Draft, type SavedDraft } from "@/lib/domain/tasks/draft";
import { command } from "@/lib/server/core/command";
import { query } from "@/lib/server/core/query";
import { DROP_DRAFT } from "./draft-sql";
import { TaskVersion } from "./inputs";

// Nothing is saved over something later, and nothing of a version that the officer has moved on from
// themselves: what was still on its way when they sent is no draft any more.
const SAVE = `
  insert into task_draft (task_id, officer_id, version, content, saved_at)
  select t.id, $2, $3, $4::jsonb, least($5::timestamptz, now()) from task t
  where t.id = $1 and not exists (
    select 1 from task_event e where e.task_id = t.id and e.version > $3 and e.by_id = $2)
  on conflict (officer_id, task_id) do update
    set version = excluded.version, content = excluded.content, saved_at = excluded.saved_at
    where task_draft.saved_at <= excluded.saved_at
  returning task_id`;

/** Keeps what has been chosen and typed so far. `kept` is false where it came too late to matter. */
export const saveDraft = command({
  name: "task.saveDraft",
  permission: "task:claim",
  input: TaskVersion.extend({ content: Draft, savedAt: z.iso.datetime() }),
  async run({ sql, actor }, { taskId, version, content, savedAt }) {
    const of = [taskId, actor.officerId, version, JSON.stringify(content), savedAt];
    return { data: { kept: (await sql(SAVE, of)).length > 0 }, audit: null };
  },
});

/** Throws away what the officer has begun on a task. */
export const dropDraft = command({
  name: "task.dropDraft",
  permission: "task:claim",
  input: z.object({ taskId: z.uuid() }),
  async run({ sql, actor }, { taskId }) {
    await sql(DROP_DRAFT, [actor.officerId, taskId]);
    return { data: null, audit: null };
  },
});

interface DraftRow {
  version: number;
  content: Draft;
  savedAt: Date;
}

const FIND = `
  select version, content, saved_at as "savedAt" from task_draft where officer_id = $1 and task_id = $2`;

/** The officer's own draft of a task. */
export const findDraft = query(
  "task:read",
  async ({ sql, actor }, taskId: string): Promise<SavedDraft | null> => {
    const [row] = await sql<DraftRow>(FIND, [actor.officerId, taskId]);
    if (!row) return null;
    const { version, content, savedAt } = row;
    return { taskId, version, content, savedAt: savedAt.toISOString() };
  },
);

export interface DraftLine {
  taskId: string;
  savedAt: Date;
  /** null where the task is out of reach by now */
  code: string | null;
  fullName: string | null;
  state: string | null;
  /** somebody has taken a step since */
  changed: boolean;
}

const LIST = `
  select d.task_id as "taskId", d.saved_at as "savedAt", r.code, r.full_name as "fullName", t.state,
    t.version is distinct from d.version as changed
  from task_draft d left join task t on t.id = d.task_id left join record r on r.id = t.record_id
  where d.officer_id = $1 order by d.saved_at desc, d.task_id limit 200`;

/** "Bản nháp của tôi": what the officer has begun and not sent, the latest first. */
export const listDrafts = query("task:claim", ({ sql, actor }) =>
  sql<DraftLine>(LIST, [actor.officerId]),
);
