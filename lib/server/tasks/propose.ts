import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { Force } from "@/lib/domain/access/roles";
import { PROPOSABLE, type Proposable } from "@/lib/domain/tasks/states";
import type { Sql } from "@/lib/server/core/db";
import { readSetting } from "@/lib/server/units/settings";
import { TaskComment } from "./inputs";
import { moveTask } from "./move";
import { standing, stepCommand } from "./step-command";
import { getTaskFor, type TaskRow } from "./task-row";

// Held against what a later file says: see renew.ts.
const KEEP = `
  update task t set evidence = record_evidence(r) from record r where t.id = $1 and r.id = t.record_id`;

interface ProposalOf {
  event: "cannotFind" | "giveUp";
  by: Force;
  actor: Actor;
  proposed: Proposable;
  comment: string;
}

/** Proposes to close a task without a correction; another officer approves it. */
export async function proposeClosing(sql: Sql, task: TaskRow, of: ProposalOf): Promise<TaskRow> {
  const attemptsNeeded = await readSetting(sql, "attemptsNeeded");
  const moved = await moveTask(sql, task, { ...of, attemptsNeeded });
  await sql(KEEP, [task.id]);
  return moved;
}

const Proposal = TaskComment.extend({ proposed: z.enum(PROPOSABLE, "proposedMissing") });

function doneBy(task: TaskRow, moved: TaskRow) {
  const detail = { from: task.state, to: moved.state, proposed: moved.proposed };
  return {
    data: standing(moved),
    audit: { entity: "task", entityId: task.id, detail },
  };
}

/** Nobody on the ground knows more: to whoever approves. */
export const cannotFind = stepCommand({
  name: "task.cannotFind",
  permission: "task:claim",
  input: Proposal,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const { proposed, comment } = input;
    const by = forceOf(actor) ?? "hamlet";
    const of = { event: "cannotFind", by, actor, proposed, comment } as const;
    return doneBy(task, await proposeClosing(sql, task, of));
  },
});

/** Police can't tell who it is either. */
export const giveUp = stepCommand({
  name: "task.giveUp",
  permission: "task:verify",
  input: Proposal,
  async run({ sql, actor }, input) {
    const task = await getTaskFor(sql, actor, input);
    const { proposed, comment } = input;
    const of = { event: "giveUp", by: "police", actor, proposed, comment } as const;
    return doneBy(task, await proposeClosing(sql, task, of));
  },
});
