import { RESOLUTIONS } from "@/lib/domain/tasks/states";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import type { Amount } from "./figure";

/** What happens to records and tasks, as triggers write it down for each unit and day. */
export const FLOW_EVENTS = [
  /** a record that was not there before */
  "added",
  /** found to agree after harmless differences were seen through; less than none where that was taken back */
  "cleared",
  /** a new task */
  "opened",
  "reopened",
  /** an open task that came from another unit or went to one; the second is less than none */
  "movedIn",
  "movedOut",
  /** closed without anybody's work, because a rule was approved that sees through its difference */
  "released",
  ...RESOLUTIONS,
] as const;
export type FlowEvent = (typeof FLOW_EVENTS)[number];

/** Days are "yyyy-MM-dd", as they are in Viet Nam. */
export type Day = string;

export interface FlowCell extends Amount {
  day: Day;
  event: FlowEvent;
}

/** Ways in which a task stops being open. */
export const CLOSINGS: readonly FlowEvent[] = ["released", ...RESOLUTIONS];
/** Ways in which one comes to be open at a unit, or less than comes. */
const OPENINGS: readonly FlowEvent[] = ["opened", "reopened", "movedIn", "movedOut"];
/** Closed by what somebody did; the others leave without work. */
export const WORK: readonly FlowEvent[] = RESOLUTIONS.filter((one) => one !== "withdrawn");
/** Closed with the record in order. */
export const CLEANED: readonly FlowEvent[] = ["corrected", "falseMismatch", "released"];

/** A day of a unit, in people and in minutes of expected work. */
export interface DayFlow {
  day: Day;
  /** tasks that came: new and opened again */
  opened: Amount;
  reopened: Amount;
  /** from other units less to other units */
  moved: Amount;
  /** closed with the record in order */
  cleaned: Amount;
  /** closed otherwise */
  otherwise: Amount;
  /** of all that was closed, what people worked for */
  worked: Amount;
  /** agreed without a task */
  cleared: Amount;
}

const nothing = (): Amount => ({ people: 0, doses: 0, minutes: 0 });

function emptyDay(day: Day): DayFlow {
  return {
    day,
    opened: nothing(),
    reopened: nothing(),
    moved: nothing(),
    cleaned: nothing(),
    otherwise: nothing(),
    worked: nothing(),
    cleared: nothing(),
  };
}

function addTo(sum: Amount, { people, doses, minutes }: Amount): void {
  sum.people += people;
  sum.doses += doses;
  sum.minutes += minutes;
}

const IN: Partial<Record<FlowEvent, "opened" | "reopened" | "moved" | "cleared">> = {
  opened: "opened",
  reopened: "reopened",
  movedIn: "moved",
  movedOut: "moved",
  cleared: "cleared",
};

function addCell(flow: DayFlow, cell: FlowCell): void {
  const into = IN[cell.event];
  if (into) addTo(flow[into], cell);
  if (!CLOSINGS.includes(cell.event)) return;
  addTo(CLEANED.includes(cell.event) ? flow.cleaned : flow.otherwise, cell);
  if (WORK.includes(cell.event)) addTo(flow.worked, cell);
}

/** Every day from `from` to `to`, both included, whether or not anything happened. */
export function daysOf(cells: readonly FlowCell[], from: Day, to: Day): DayFlow[] {
  const days = new Map<Day, DayFlow>();
  for (let day = from; day <= to; day = dayAfter(day)) days.set(day, emptyDay(day));
  for (const cell of cells) {
    const flow = days.get(cell.day);
    if (flow) addCell(flow, cell);
  }
  return [...days.values()];
}

/** All that happened on some days, as one; it bears the name of none of them. */
export function sumOfDays(days: readonly DayFlow[]): Omit<DayFlow, "day"> {
  const { day: _, ...sum } = emptyDay("");
  for (const flow of days) {
    for (const part of Object.keys(sum) as (keyof typeof sum)[]) addTo(sum[part], flow[part]);
  }
  return sum;
}

/** By how much the open tasks grew on a day. */
export function growth(flow: DayFlow, of: keyof Amount = "people"): number {
  const { opened, reopened, moved, cleaned, otherwise } = flow;
  return opened[of] + reopened[of] + moved[of] - cleaned[of] - otherwise[of];
}

export interface OpenOn {
  day: Day;
  /** open tasks at the end of the day */
  open: number;
}

/**
 * How many tasks were open at the end of each day: what is open now, less what happened since. There is
 * no picture of a day to be kept, so none can disagree with today's.
 */
export function openOn(now: number, days: readonly DayFlow[]): OpenOn[] {
  const line: OpenOn[] = [];
  let open = now;
  for (const flow of days.toReversed()) {
    line.push({ day: flow.day, open });
    open -= growth(flow);
  }
  return line.reverse();
}

/** Events that change how many tasks are open, each with its sign; for the statement that adds them up. */
export const OPEN_SIGNS: Record<string, 1 | -1> = Object.fromEntries([
  ...OPENINGS.map((event) => [event, 1] as const),
  ...CLOSINGS.map((event) => [event, -1] as const),
]);

/** What people finished in a period: the speed of a unit, in people and minutes. */
export function workedIn(days: readonly DayFlow[]): Amount {
  const sum = nothing();
  for (const { worked } of days) addTo(sum, worked);
  return sum;
}
