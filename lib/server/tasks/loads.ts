import "server-only";
import { pickBearer } from "@/lib/domain/tasks/assignment";
import { DAYS_AHEAD, dayOf, isAbsent, minutesIn, workingDays } from "@/lib/domain/tasks/capacity";
import type { MinutesOf } from "@/lib/domain/tasks/measured-effort";
import type { Colleague } from "@/lib/domain/tasks/redistribution";
import type { Sql } from "@/lib/server/core/db";
import { readCalendar } from "@/lib/server/units/calendar";
import { readMinutes } from "./minutes";
import { readWorkers, type Worker } from "./workers";

/** Officers by "force office", with what each has to do and can give. */
export interface Loads {
  offices: Map<string, Colleague[]>;
  minutesOf: MinutesOf;
}

interface WorkRow {
  officer_id: string;
  force: string;
  main_class: string;
  tasks: number;
}

/** A hamlet team is an office of its own; the other forces have one in each commune. */
export function officeOf(of: { force: string; unitId: string; hamletId: string | null }): string {
  return `${of.force} ${of.force === "hamlet" ? (of.hamletId ?? "-") : of.unitId}`;
}

interface Open {
  tasks: number;
  minutes: number;
}

/** Open work on the lists of officers. */
export async function readOpenWork(
  sql: Sql,
  officers: string[],
  minutesOf: MinutesOf,
): Promise<Map<string, Open>> {
  const rows = await sql<WorkRow>("select * from open_work($1)", [officers]);
  const work = new Map<string, Open>();
  for (const row of rows) {
    const { tasks, minutes } = work.get(row.officer_id) ?? { tasks: 0, minutes: 0 };
    const more = row.tasks * minutesOf(row.force, row.main_class);
    work.set(row.officer_id, { tasks: tasks + row.tasks, minutes: minutes + more });
  }
  return work;
}

function byOffice(
  workers: Worker[],
  bearerOf: (worker: Worker) => Colleague,
): Map<string, Colleague[]> {
  const offices = new Map<string, Colleague[]>();
  for (const worker of workers) {
    const key = officeOf({ ...worker, force: worker.role });
    offices.set(key, [...(offices.get(key) ?? []), bearerOf(worker)]);
  }
  return offices;
}

/** The loads of the officers of some units, read once for a whole slice. */
export async function readLoads(sql: Sql, unitIds: string[], now: Date): Promise<Loads> {
  const today = dayOf(now);
  const { workers, campaigns } = await readWorkers(sql, { unitIds, from: today });
  const minutesOf = await readMinutes(sql);
  const ids = workers.map((worker) => worker.officerId);
  const open = await readOpenWork(sql, ids, minutesOf);
  const days = workingDays(today, DAYS_AHEAD, await readCalendar(sql));
  const offices = byOffice(workers, (worker) => ({
    officerId: worker.officerId,
    tasks: open.get(worker.officerId)?.tasks ?? 0,
    minutes: open.get(worker.officerId)?.minutes ?? 0,
    capacity: minutesIn(days, worker, campaigns),
    absent: isAbsent(worker, today),
  }));
  return { offices, minutesOf };
}

/** Where a task's work is done, and of what kind it is. */
export interface Placed {
  force: string;
  unitId: string;
  hamletId: string | null;
  mainClass: string;
}

/**
 * Gives work to whoever of its office has least for the time that they have; null where nobody is
 * there, then it waits on the unit's list.
 */
export function takeLeastLoaded({ offices, minutesOf }: Loads, task: Placed): string | null {
  const minutes = minutesOf(task.force, task.mainClass);
  const bearer = pickBearer(offices.get(officeOf(task)) ?? [], minutes);
  if (!bearer) return null;
  bearer.minutes += minutes;
  return bearer.officerId;
}
