import { SETTINGS } from "@/lib/domain/units/settings";
import type { TaskEvent } from "./flow";
import type { TaskState } from "./states";

/** Steps by which an officer becomes a part of a task, and so never its approver. */
const ACTS: readonly TaskEvent[] = [
  "survey",
  "cannotFind",
  "confirm",
  "rejectCandidate",
  "registryError",
  "giveUp",
  "submit",
];

/** A task comes back with words that have to be read before work goes on. */
const COMES_BACK: readonly TaskEvent[] = ["return", "disputeLine", "direct", "refuse"];

/** Steps that count towards the level above having to say how it goes on. */
const COUNTS: readonly TaskEvent[] = ["return", "disputeLine"];

interface Marked {
  returns: number;
  unread_return: boolean;
  escalated_at: Date | null;
  wait_reason: string | null;
  wait_until: string | null;
}

interface Marking {
  event: TaskEvent;
  to: TaskState;
  by: string;
  actor: { officerId: string };
  waitUntil?: string | null;
  returnsToEscalate?: number;
}

function returnsAfter(task: Marked, { event }: Marking): number {
  if (event === "direct") return 0;
  return COUNTS.includes(event) ? task.returns + 1 : task.returns;
}

function isEscalated(task: Marked, of: Marking): boolean {
  if (of.event === "direct" || of.to === "closed") return false;
  // Judged where it comes back, by what was set then; other steps leave it as it is.
  if (!COUNTS.includes(of.event)) return task.escalated_at !== null;
  const most = of.returnsToEscalate ?? SETTINGS.returnsToEscalate.standard;
  return task.escalated_at !== null || returnsAfter(task, of) >= most;
}

function waitOf(task: Marked, { event, to, waitUntil }: Marking) {
  if (to !== "waiting") return { wait_reason: null, wait_until: null };
  if (event === "hold") return { wait_reason: "appointment", wait_until: waitUntil ?? null };
  if (event === "registryError") return { wait_reason: "registry", wait_until: waitUntil ?? null };
  return { wait_reason: task.wait_reason, wait_until: task.wait_until };
}

/** What a step leaves in a task besides its state: returns, the wait, who had a part in it. */
export function columnsAfter(task: Marked, of: Marking) {
  const acts = ACTS.includes(of.event) && of.by !== "system";
  return {
    returns: returnsAfter(task, of),
    unread_return: COMES_BACK.includes(of.event),
    escalated: isEscalated(task, of),
    acted: acts ? of.actor.officerId : null,
    ...waitOf(task, of),
  };
}
