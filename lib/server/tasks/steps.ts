import "server-only";
import { z } from "zod";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import type { Command } from "@/lib/server/core/command";
import { claimApproval } from "./approval-claim";
import { approveTask, returnApproval } from "./approve";
import { claimTask, releaseTask } from "./claim";
import { claimNextTask } from "./claim-next";
import { returnTask, submitTask } from "./correct";
import { directTask } from "./direct";
import { dropDraft } from "./drafts";
import { holdTask, resumeTask } from "./hold";
import { cannotFind, giveUp } from "./propose";
import { reportRegistryError } from "./registry-error";
import { reopenTask } from "./reopen";
import { reportSystem } from "./report";
import { revealNumber } from "./reveal";
import { StepAnswer } from "./step-command";
import { askTransfer, recallTransfer } from "./transfer";
import { acceptTransfer, refuseTransfer } from "./transfer-answer";
import { undoTask } from "./undo";
import { confirmTask, rejectCandidate, surveyTask } from "./verify";
import { recordVisit } from "./visit";
import { withdrawTask } from "./withdraw";

/** A command as programs reach it over HTTP. */
export interface HttpStep {
  command: Command<unknown>;
  answer: z.ZodType;
}

const Lease = z.object({ until: z.iso.datetime(), version: z.int() });

const Standing = StepAnswer.omit({ next: true });

const step = (command: Command<unknown>): HttpStep => ({ command, answer: StepAnswer });

/** Steps of the flow by their event: `POST /api/v1/tasks/{id}/{event}`, each with the version seen. */
export const TASK_STEPS: Partial<Record<TaskEvent | "returnApproval", HttpStep>> = {
  survey: step(surveyTask),
  cannotFind: step(cannotFind),
  confirm: step(confirmTask),
  rejectCandidate: step(rejectCandidate),
  giveUp: step(giveUp),
  registryError: { command: reportRegistryError, answer: Standing },
  submit: step(submitTask),
  return: step(returnTask),
  approve: { command: approveTask, answer: Standing },
  returnApproval: { command: returnApproval, answer: Standing },
  direct: step(directTask),
  hold: { command: holdTask, answer: StepAnswer.extend({ until: z.iso.date() }) },
  resume: step(resumeTask),
  transfer: step(askTransfer),
  recall: step(recallTransfer),
  reportSystem: step(reportSystem),
  undo: step(undoTask),
  withdraw: step(withdrawTask),
  reopen: step(reopenTask),
};

/**
 * Without a version: opening a task, giving it back, answering for one of another unit; looking at a number
 * in full, throwing a draft away.
 */
export const TASK_LEASES: Record<string, HttpStep> = {
  claim: { command: claimTask, answer: Lease },
  claimApproval: { command: claimApproval, answer: Lease },
  release: { command: releaseTask, answer: z.null() },
  reveal: { command: revealNumber, answer: z.object({ value: z.string().nullable() }) },
  dropDraft: { command: dropDraft, answer: z.null() },
  // Answered by the unit that is asked, which has no version to go by: the task is not its own yet.
  accept: { command: acceptTransfer, answer: Standing },
  refuse: { command: refuseTransfer, answer: Standing.omit({ state: true }) },
};

/** `POST /api/v1/tasks/next`. */
export const NEXT_STEP: HttpStep = {
  command: claimNextTask,
  answer: z.object({ taskId: z.uuid(), version: z.int(), until: z.iso.datetime() }).nullable(),
};

/** `POST /api/v1/tasks/{id}/visit`: no step by itself; its result may be one. */
export const VISIT_STEP: HttpStep = {
  command: recordVisit,
  answer: z.object({
    outcome: z.enum(["applied", "alreadyDone"]),
    taskId: z.uuid(),
    /** attempts that are missing where a closing was wanted too early */
    missing: z.int(),
  }),
};
