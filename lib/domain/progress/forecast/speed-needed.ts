import type { Day } from "@/lib/domain/tasks/capacity";
import { dayAfter, isWorkingDay } from "@/lib/domain/units/work-calendar";
import { daysFrom, partOf } from "./ahead";
import type { Capacity } from "./input";

export interface Deadline extends Capacity {
  /** minutes of effort that are open, and people whom they are about */
  remaining: number;
  people: number;
  /** minutes newly come in a calendar day */
  addedPerDay: number;
  today: Day;
  /** the last day, worked like any other */
  deadline: Day;
}

export interface SpeedNeeded {
  /** working days from today to the deadline, both included */
  workingDays: number;
  /** what is needed of a full working day, to be laid beside `perDay` of a forecast */
  minutes: number;
  people: number;
}

/** The speed that is needed to be done on a day; null when no working day is left until then. */
export function speedNeeded(of: Deadline): SpeedNeeded | null {
  const days = Math.max(0, daysFrom(of.today, of.deadline) + 1);
  const until = Array.from({ length: days }, (_, at) => dayAfter(of.today, at));
  const available = until.reduce((sum, day) => sum + partOf(day, of), 0);
  if (available <= 0) return null;
  const workingDays = until.filter((day) => isWorkingDay(day, of.calendar)).length;
  if (of.remaining <= 0) return { workingDays, minutes: 0, people: 0 };
  const minutes = Math.max(0, of.remaining + of.addedPerDay * days) / available;
  return { workingDays, minutes, people: (minutes * of.people) / of.remaining };
}
