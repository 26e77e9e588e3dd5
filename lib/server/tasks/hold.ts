import "server-only";
import { z } from "zod";
import { forceOf } from "@/lib/domain/access/actor";
import { holdProblem } from "@/lib/domain/tasks/hold";
import { workingDayFrom } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { readCalendar } from "@/lib/server/units/calendar";
import { TaskComment, TaskVersion } from "./inputs";
import { moveTask } from "./move";
import { standing, stepCommand } from "./step-command";
import { getTaskFor } from "./task-row";

/**
 * The day on which a task that waits until `day` is back on the list. People are met on days off too, so
 * none is refused; but only on a working day somebody looks at the list, and a digest names the task.
 */
export async function backOn(sql: Sql, day: string): Promise<string> {
  return workingDayFrom(day, await readCalendar(sql));
}

const Until = z.iso.date("dayNeeded").superRefine((until, context) => {
  const message = holdProblem(until, new Date());
  if (message) context.addIssue({ code: "custom", message });
});

/** Put off until a day that was agreed on, or the working day after it; it stays on the list of whoever agreed. */
export const holdTask = stepCommand({
  name: "task.hold",
  permission: "task:hold",
  input: TaskComment.extend({ until: Until }),
  async run({ sql, actor }, { until, comment, ...of }) {
    const task = await getTaskFor(sql, actor, of);
    const waitUntil = await backOn(sql, until);
    const moved = await moveTask(sql, task, {
      event: "hold",
      by: forceOf(actor) ?? "system",
      actor,
      comment,
      waitUntil,
      assigneeOf: () => actor.officerId,
    });
    return {
      data: { ...standing(moved), until: waitUntil },
      audit: { entity: "task", entityId: task.id, detail: { from: task.state, until: waitUntil } },
    };
  },
});

/** Goes on before the day has come. */
export const resumeTask = stepCommand({
  name: "task.resume",
  permission: "task:hold",
  input: TaskVersion,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const by = forceOf(actor) ?? "system";
    const moved = await moveTask(sql, task, { event: "resume", by, actor });
    return {
      data: standing(moved),
      audit: { entity: "task", entityId: task.id, detail: { to: moved.state } },
    };
  },
});
