import "server-only";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { CommandContext } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { compareOne } from "@/lib/server/matching/run";
import { refuseInFile } from "./in-file";
import type { TaskRow } from "./task-row";
import { askAgain, endTransfer } from "./transfer-row";
import { askOnceMore, endReport } from "./withdraw";

/** What a step has brought besides the task's own row, and how it is taken back. */
interface TakeBack {
  /** Refuses where the step has had consequences that nobody can take back. */
  before?: (ctx: CommandContext, task: TaskRow) => Promise<void>;
  /** Runs when the row is as it was; `eventId` is the event that was taken back. */
  after?: (ctx: CommandContext, task: TaskRow, eventId: string) => Promise<void>;
}

// A rejection carries the moment of its event: both are of one transaction.
const FORGET_REJECTION = `
  delete from not_a_match n using task_event e
  where e.id = $2 and n.record_id = $1 and n.at = e.at`;

async function forgetRejection({ sql }: CommandContext, task: TaskRow, eventId: string) {
  await sql(FORGET_REJECTION, [task.record_id, eventId]);
  await compareOne(sql, task.record_id, null);
}

const FORGET_ERROR = `
  delete from registry_error x using task_event e
  where e.id = $2 and x.task_id = $1 and x.at = e.at`;

async function forgetError({ sql }: CommandContext, task: TaskRow, eventId: string) {
  await sql(FORGET_ERROR, [task.id, eventId]);
}

/** A list that was signed meanwhile names the record with what was confirmed. */
async function refuseListed(_: CommandContext, task: TaskRow) {
  if (task.handover_id !== (task.before?.handover_id ?? null)) {
    throw new AppError("RULE", "alreadyListed");
  }
}

/** Across the border of row scope: see docs/decisions/0026. */
async function giveBackOffer({ sql }: CommandContext, task: TaskRow) {
  const [given] = await sql<{ back: boolean }>("select give_back_offer($1) as back", [task.id]);
  if (!given?.back) throw new AppError("RULE", "justNow");
}

/**
 * Steps that change more than the row of their task. A step that is not listed is taken back by the
 * row alone.
 */
export const TAKE_BACK: Partial<Record<TaskEvent, TakeBack>> = {
  transfer: { after: ({ sql }, task) => endTransfer(sql, task.id, { state: "undone" }) },
  accept: { after: giveBackOffer },
  recall: { after: ({ sql }, task) => askAgain(sql, task.id) },
  refuse: { after: ({ sql }, task) => askAgain(sql, task.id) },
  registryError: { after: forgetError },
  rejectCandidate: { after: forgetRejection },
  reportSystem: { after: (ctx, task) => endReport(ctx, task.id) },
  confirm: { before: refuseListed },
  withdraw: { after: askOnceMore },
  approve: { before: ({ sql }, task) => refuseInFile(sql, task.record_id) },
};
