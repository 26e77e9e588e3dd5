import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { query } from "@/lib/server/core/query";

const INSERT = `
  insert into task_note (id, task_id, by_id, words) select $1, t.id, $3, $4 from task t where t.id = $2
  returning id`;

/** A word to colleagues about a task. It is no step: neither the state nor the version changes. */
export const addNote = command({
  name: "task.note",
  permission: "task:read",
  input: z.object({
    taskId: z.uuid(),
    words: z.string().trim().min(1, "noteMissing").max(500, "noteLong"),
  }),
  async run({ sql, actor }, { taskId, words }) {
    found((await sql(INSERT, [newId(), taskId, actor.officerId, words]))[0]);
    return { data: { taskId }, audit: { entity: "task", entityId: taskId } };
  },
});

export interface NoteLine {
  id: string;
  at: Date;
  name: string;
  words: string;
}

const LIST = `
  select n.id, n.at, o.full_name as name, n.words from task_note n join officer o on o.id = n.by_id
  where n.task_id = $1 order by n.at desc, n.id desc limit 100`;

/** Notes on a task, the latest first. */
export const listNotes = query("task:read", ({ sql }, taskId: string) =>
  sql<NoteLine>(LIST, [taskId]),
);
