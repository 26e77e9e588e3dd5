import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { isTurn } from "@/lib/domain/tasks/approval-turn";
import type { StepSubject } from "@/lib/domain/tasks/flow";
import type { TaskFacts } from "@/lib/domain/tasks/guards";
import { SETTINGS } from "@/lib/domain/units/settings";
import type { WorkCalendar } from "@/lib/domain/units/work-calendar";
import type { TaskRow } from "./task-row";

/** What a step is decided on besides the row itself. */
export interface Deciding {
  actor: Actor;
  now: Date;
  /** the closing that is being proposed */
  proposing?: string | null;
  attemptsNeeded?: number;
  /** for whatever is counted in working days; the week alone where absent */
  calendar?: WorkCalendar;
  /** the merge that closed it is being undone */
  unmerging?: boolean;
  /** a bulk is being taken back */
  ofBulk?: boolean;
}

function factsOf(task: TaskRow, of: Deciding): TaskFacts {
  const { officerId, unitPath } = of.actor;
  const asked = { path: task.unit_path, since: task.state_since };
  return {
    unreadReturn: task.unread_return,
    escalated: task.escalated_at !== null,
    attempts: task.attempts,
    attemptsNeeded: of.attemptsNeeded ?? SETTINGS.attemptsNeeded.standard,
    proposing: of.proposing,
    ownWork: task.acted_by.includes(officerId),
    approversTurn: isTurn(asked, { actorPath: unitPath, now: of.now, calendar: of.calendar }),
    waitReason: task.wait_reason,
    listed: task.handover_id !== null,
    movedByMe: task.before !== null && task.moved_by_id === officerId,
    sinceMove: of.now.getTime() - task.state_since.getTime(),
    merged: task.resolution === "duplicate",
    unmerging: of.unmerging,
    ofBulk: of.ofBulk,
  };
}

/** A task as the flow sees it. */
export function subjectOf(task: TaskRow, of: Deciding): StepSubject {
  const { before } = task;
  return {
    state: task.state,
    firstForce: task.first_force,
    resumeTo: task.resume_to,
    proposed: task.proposed,
    sampled: task.sampled,
    previous: before && {
      state: before.state,
      resumeTo: before.resume_to,
      proposed: before.proposed,
    },
    facts: factsOf(task, of),
  };
}
