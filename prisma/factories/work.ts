import { dayOf } from "@/lib/domain/tasks/capacity";
import { planTasks } from "@/lib/server/tasks/redistribute-plan";
import { type MadeOfficer, makeOfficer, type Owner } from "./communes";
import { makeStation, makeTasks, SLIP, type Station, taskNow } from "./tasks";

/** The day that lies so many days from today, in Viet Nam: "yyyy-MM-dd". */
export function dayFromNow(days: number): string {
  return dayOf(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
}

/** A row of the log of assignments, the latest first. */
export interface LoggedAssignment {
  from: string | null;
  to: string | null;
  by: string | null;
  reason: string;
}

/** On whose lists a task has been, the latest first. */
export async function assignmentsOf(owner: Owner, taskId: string): Promise<LoggedAssignment[]> {
  const { rows } = await owner.query<LoggedAssignment>(
    `select from_id as "from", to_id as "to", by_id as by, reason from task_assignment
     where task_id = $1 order by at desc, id desc`,
    [taskId],
  );
  return rows;
}

/** On whose list a task is. */
export async function holderOf(owner: Owner, taskId: string): Promise<string | null> {
  return (await taskNow(owner, taskId)).assigneeId;
}

/** Puts tasks on somebody's list, or on nobody's, as a test wants them to start. */
export async function putOnList(
  owner: Owner,
  taskIds: readonly string[],
  officerId: string | null,
): Promise<void> {
  await owner.query("update task set assignee_id = $2 where id = any($1)", [taskIds, officerId]);
}

export interface Office {
  station: Station;
  ids: string[];
  versions: number[];
  nurse: MadeOfficer;
}

/** A health station whose one officer has all of its tasks, and a colleague who comes after that. */
export async function anOffice(owner: Owner, count = 4): Promise<Office> {
  const station = await makeStation(owner);
  const tasks = await makeTasks(owner, station, Array(count).fill(SLIP));
  const nurse = await makeOfficer(owner, {
    role: "health",
    unit: station.commune,
    fullName: "Vũ Thị Đến",
  });
  return {
    station,
    nurse,
    ids: tasks.map((one) => one.id),
    versions: tasks.map((one) => one.version),
  };
}

/** A plan that was looked at and not applied yet. */
export async function planned(by: MadeOfficer, input: object = {}): Promise<string> {
  const plan = await planTasks.as(by, { filter: {}, ...input });
  if (!plan.ok) throw new Error(`not planned: ${plan.error.code} ${plan.error.reason}`);
  return plan.data.id;
}

/** On whose lists tasks are. */
export async function holdersOf(owner: Owner, ids: string[]): Promise<(string | null)[]> {
  const all: (string | null)[] = [];
  for (const id of ids) all.push(await holderOf(owner, id));
  return all;
}
