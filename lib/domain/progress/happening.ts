import type { TaskState } from "@/lib/domain/tasks/states";
import { CLEANED, CLOSINGS, type Day, type FlowCell, type FlowEvent } from "./flow";
import { eventsOf, type Step, stepOf } from "./steps";

/** What the figures of days count, each with its list. */
export const HAPPENINGS = [
  "opened",
  /** a record that was not there before, and did not agree by itself */
  "added",
  /** opened, and what came from other units less what went there */
  "came",
  "reopened",
  /** closed in any way */
  "closed",
  /** closed, and what went to other units less what came from there */
  "left",
  /** what came from other units less what went there */
  "moved",
  /** closed with the record in order */
  "cleaned",
  /** closed otherwise */
  "otherwise",
  /** agreed without a task */
  "cleared",
] as const;
type Named = (typeof HAPPENINGS)[number];
/** One of these, or a step: "verifying>handover". */
export type Happening = Named | `${TaskState}>${TaskState}`;

const MOVED: readonly FlowEvent[] = ["movedIn", "movedOut"];
const EVENTS: Record<Named, readonly FlowEvent[]> = {
  added: ["added"],
  opened: ["opened"],
  came: ["opened", ...MOVED],
  reopened: ["reopened"],
  closed: CLOSINGS,
  left: [...CLOSINGS, ...MOVED],
  moved: MOVED,
  cleaned: CLEANED,
  otherwise: CLOSINGS.filter((event) => !CLEANED.includes(event)),
  cleared: ["cleared"],
};

/** Whether its list is one of records, and not of tasks. */
export const isOfRecords = (happening: Happening) =>
  happening === "added" || happening === "cleared";

const isNamed = (happening: string): happening is Named => Object.hasOwn(EVENTS, happening);

/** The step that a happening is; null where it is none. */
export function stepIn(happening: Happening): Omit<Step, "people"> | null {
  return isNamed(happening) ? null : stepOf(happening);
}

/** The events that a happening is made of. */
export function eventsIn(happening: Happening): readonly string[] {
  const step = stepIn(happening);
  return step ? eventsOf(step) : EVENTS[happening as Named];
}

/** 1 where an event adds to a happening as it is written down, -1 where it takes away: what came takes from what left. */
export function signIn(happening: Happening, event: string): 1 | -1 {
  return happening === "left" && (MOVED as readonly string[]).includes(event) ? -1 : 1;
}

/** How many people a happening counts on some days, both included. */
export function countIn(
  happening: Happening,
  cells: readonly Pick<FlowCell, "day" | "event" | "people">[],
  { from, to }: { from: Day; to: Day },
): number {
  const events = eventsIn(happening);
  return cells
    .filter(({ day, event }) => day >= from && day <= to && events.includes(event))
    .reduce((sum, { event, people }) => sum + people * signIn(happening, event), 0);
}
