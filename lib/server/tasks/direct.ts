import "server-only";
import { z } from "zod";
import { FORCES } from "@/lib/domain/access/roles";
import { TaskComment } from "./inputs";
import { moveTask } from "./move";
import { standing, stepCommand } from "./step-command";
import { getTaskFor } from "./task-row";

// Whoever of the chosen force had it last knows it already.
const LAST_OF_FORCE = `
  select e.by_id from task_event e join officer o on o.id = e.by_id
  where e.task_id = $1 and e.by_owner = $2 and o.disabled_at is null and o.role = $2
  order by e.version desc limit 1`;

/** The level above says who goes on and how; the task may come back again after that. */
export const directTask = stepCommand({
  name: "task.direct",
  permission: "task:direct",
  input: TaskComment.extend({ force: z.enum(FORCES, "forceNeeded") }),
  async run({ sql, actor }, { force, comment, ...of }) {
    const task = await getTaskFor(sql, actor, of);
    const [last] = await sql<{ by_id: string }>(LAST_OF_FORCE, [task.id, force]);
    const moved = await moveTask(sql, task, {
      event: "direct",
      by: "coordinator",
      actor,
      comment,
      route: force,
      assigneeOf: () => last?.by_id ?? null,
    });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, to: moved.state } },
    };
  },
});
