import type { Force } from "@/lib/domain/access/roles";
import type { TaskState } from "@/lib/domain/tasks/states";
import { receiveHandover, signHandover } from "@/lib/server/handovers/commands";
import { confirmTask } from "@/lib/server/tasks/verify";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
  type Owner,
} from "./communes";
import { importList } from "./imports";
import { csvFile, type ListPerson, listRows } from "./lists";
import { inventPerson, makePerson, type RegistryWish } from "./registry-people";

/** A commune with an officer of each force, under a province with its coordinator. */
export interface Station {
  commune: MadeCommune;
  coordinator: MadeOfficer;
  police: MadeOfficer;
  health: MadeOfficer;
}

export async function makeStation(owner: Owner): Promise<Station> {
  const commune = await makeCommune(owner);
  return {
    commune,
    coordinator: await makeOfficer(owner, { role: "coordinator", unit: commune.province }),
    police: await makeOfficer(owner, { role: "police", unit: commune, fullName: "Trịnh Văn An" }),
    health: await makeOfficer(owner, { role: "health", unit: commune, fullName: "Lý Thị Trạm" }),
  };
}

/** A record and the registry's person behind it: the same invented person but for what is given. */
export interface Wish {
  record?: ListPerson;
  /** null: the registry has nobody of this number */
  person?: Partial<RegistryWish> | null;
}

export interface MadeTask {
  id: string;
  recordId: string;
  batchId: string;
  version: number;
  state: TaskState;
  /** the registry's person; "" without one */
  personId: string;
}

/** One letter is wrong: the task begins at the health station. */
export const SLIP: Wish = { record: { fullName: "Nguyễn Thị Hoàn" } };
/** The number of somebody of another name: police have it first. */
export const OTHER_NAME: Wish = { record: { fullName: "Trần Văn Nam" } };

let listed = 0;

async function lineOf(owner: Owner, station: Station, wish: Wish) {
  const invented = inventPerson();
  listed += 1;
  const line: ListPerson = {
    sourceId: `DT${listed}`,
    fullName: invented.fullName,
    birthDate: invented.birthDate,
    sex: "Nữ",
    idNumber: invented.idNumber,
    provinceName: station.commune.province.name,
    communeName: station.commune.name,
    doses: [{ date: "05/08/2021", vaccine: "AstraZeneca", lot: "A1" }],
    ...wish.record,
  };
  const person = wish.person === null ? null : { ...invented, ...wish.person };
  return { line, personId: person ? await makePerson(owner, person) : "" };
}

const TASKS = `
  select t.id, t.record_id as "recordId", r.batch_id as "batchId", t.version, t.state, r.source_id as "sourceId"
  from task t join record r on r.id = t.record_id where r.batch_id = $1`;

/**
 * Tasks as they come about at work: a list is uploaded, read and compared. In the order of the
 * wishes; throws where one of them needed no task.
 */
export async function makeTasks(
  owner: Owner,
  station: Station,
  wishes: readonly Wish[],
): Promise<MadeTask[]> {
  const lines = [];
  for (const wish of wishes) lines.push(await lineOf(owner, station, wish));
  const file = csvFile(listRows(lines.map(({ line }) => line)));
  const { batchId } = await importList(owner, station.coordinator, { file });
  const { rows } = await owner.query<MadeTask & { sourceId: string }>(TASKS, [batchId]);
  return lines.map(({ line, personId }) => {
    const row = rows.find((one) => one.sourceId === line.sourceId);
    if (!row) throw new Error("no task came of this record");
    const { sourceId: _, ...task } = row;
    return { ...task, personId };
  });
}

export async function makeTask(owner: Owner, station: Station, wish: Wish): Promise<MadeTask> {
  const [task] = await makeTasks(owner, station, [wish]);
  if (!task) throw new Error("no task");
  return task;
}

/** Hands out tasks that were made together, so that each test has one that no other touches. */
export function oneByOne(tasks: readonly MadeTask[]): () => MadeTask {
  const left = [...tasks];
  return () => {
    const task = left.shift();
    if (!task) throw new Error("more tasks are needed than were made");
    return task;
  };
}

/** Police sign for all that they have confirmed; gives the list. */
export async function signList({ police }: Station): Promise<string> {
  const signed = await signHandover.as(police, {});
  if (!signed.ok) throw new Error(`not signed: ${signed.error.reason}`);
  return signed.data.handoverId;
}

/** Police sign for all that they have confirmed, and the station receives it. */
export async function handOver(station: Station): Promise<void> {
  await receiveList(station, await signList(station));
}

/** The station receives a list whole. */
export async function receiveList({ health }: Station, handoverId: string): Promise<void> {
  const received = await receiveHandover.as(health, { handoverId, version: 1 });
  if (!received.ok) throw new Error(`not received: ${received.error.reason}`);
}

type Choices = Record<string, { choice: string; value?: string | null }>;

/** A task that police have confirmed with these values and handed over. */
export async function makeConfirmed(
  owner: Owner,
  station: Station,
  of: { wish: Wish; choices: Choices },
): Promise<MadeTask> {
  const task = await makeTask(owner, station, of.wish);
  const { id: taskId, version } = task;
  const personId = task.personId || null;
  const done = await confirmTask.as(station.police, {
    taskId,
    version,
    personId,
    choices: of.choices,
  });
  if (!done.ok) throw new Error(`not confirmed: ${done.error.code} ${done.error.reason}`);
  await handOver(station);
  return { ...task, ...(await taskNow(owner, taskId)) };
}

export interface TaskNow {
  state: TaskState;
  force: Force | "system";
  version: number;
  resolution: string | null;
  assigneeId: string | null;
  leaseById: string | null;
}

/** How a task stands now. */
export async function taskNow(owner: Owner, taskId: string): Promise<TaskNow> {
  const { rows } = await owner.query<TaskNow>(
    `select state, force, version, resolution, assignee_id as "assigneeId", lease_by_id as "leaseById"
     from task where id = $1`,
    [taskId],
  );
  const [row] = rows;
  if (!row) throw new Error("no such task");
  return row;
}
