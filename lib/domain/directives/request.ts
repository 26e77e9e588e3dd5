import type { Resolution, TaskState } from "@/lib/domain/tasks/states";

/** What a citizen says is wrong with their record. */
export const REQUEST_KINDS = [
  "fullName",
  "birthDate",
  "idNumber",
  "missingDose",
  "noCertificate",
  "other",
] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const MOST_WORDS = 1000;

/** Who looks first at a record that is opened again: police say who somebody is, health what was injected. */
export function forceOfKind(kind: RequestKind): "police" | "health" {
  return kind === "fullName" || kind === "birthDate" || kind === "idNumber" ? "police" : "health";
}

const HOUR = 3_600_000;

/**
 * Hours in which a complaint has to be handled: hours of the clock, nights and holidays included.
 * Source: the ministry's procedure for complaints on vaccination records (48 giờ).
 */
export const REQUEST_HOURS = 48;

export function dueAt(enteredAt: Date): Date {
  return new Date(enteredAt.getTime() + REQUEST_HOURS * HOUR);
}

export interface RequestClock {
  /** running, running and over, answered in time, answered late */
  state: "remaining" | "overdue" | "inTime" | "late";
  /** whole hours left, or over; what is begun counts as left and as over */
  hours: number;
}

/** How much of the time is left at `now`; once answered the clock stands. */
export function requestClock(
  request: { dueAt: Date; answeredAt: Date | null },
  now: Date,
): RequestClock {
  const at = request.answeredAt ?? now;
  const left = request.dueAt.getTime() - at.getTime();
  const hours = Math.ceil(Math.abs(left) / HOUR);
  if (request.answeredAt) return { state: left >= 0 ? "inTime" : "late", hours };
  return { state: left >= 0 ? "remaining" : "overdue", hours };
}

/** How far a request is, as the citizen reads it. */
export const REQUEST_STAGES = [
  // entered; no record has been found yet, or none that anybody works on
  "received",
  "linked",
  "hamlet",
  "police",
  "health",
  "approving",
  "corrected",
  "waiting",
  "published",
  "checked",
  // the record is another unit's now
  "elsewhere",
] as const;
export type RequestStage = (typeof REQUEST_STAGES)[number];

export interface RequestSubject {
  linked: boolean;
  /** whether the linked record is still the unit's to see */
  elsewhere?: boolean;
  /** of the record's task, where it was open at any time since the request */
  taskState: TaskState | null;
  resolution: Resolution | null;
}

const STAGE_OF_STATE: Record<Exclude<TaskState, "closed">, RequestStage> = {
  new: "linked",
  surveying: "hamlet",
  verifying: "police",
  handover: "police",
  correcting: "health",
  rematching: "health",
  approving: "approving",
  publishing: "corrected",
  waiting: "waiting",
  transferring: "waiting",
  disputed: "waiting",
};

/** The stage follows the record's task by itself; nobody writes it. */
export function stageOf({
  linked,
  elsewhere,
  taskState,
  resolution,
}: RequestSubject): RequestStage {
  if (!linked) return "received";
  if (elsewhere) return "elsewhere";
  if (taskState === null) return "linked";
  if (taskState !== "closed") return STAGE_OF_STATE[taskState];
  return resolution === "corrected" ? "published" : "checked";
}
