import { submitTask } from "@/lib/server/tasks/correct";
import { type MadeOfficer, makeOfficer, type Owner } from "./communes";
import { type MadeTask, makeStation, type Station, taskNow } from "./tasks";

/** A station whose police officer approves too, under a province with a coordinator who does. */
export interface ApprovingStation extends Station {
  approver: MadeOfficer;
  above: MadeOfficer;
}

export async function makeApprovingStation(owner: Owner): Promise<ApprovingStation> {
  const station = await makeStation(owner);
  const { commune } = station;
  return {
    ...station,
    approver: await makeOfficer(owner, {
      role: "police",
      unit: commune,
      fullName: "Vũ Thị Duyệt",
      approver: true,
    }),
    above: await makeOfficer(owner, {
      role: "coordinator",
      unit: commune.province,
      fullName: "Cao Cấp Trên",
      approver: true,
    }),
  };
}

/** The station sends a task with the registry's name; gives it as it stands then. */
export async function sendCorrected(
  owner: Owner,
  station: Pick<Station, "health">,
  task: MadeTask,
): Promise<MadeTask> {
  const { id: taskId, personId } = task;
  const { version } = await taskNow(owner, taskId);
  const choices = { fullName: { choice: "registry" } };
  const sent = await submitTask.as(station.health, { taskId, version, personId, choices });
  if (!sent.ok) throw new Error(`not sent: ${sent.error.code} ${sent.error.reason}`);
  const { state, version: now } = await taskNow(owner, taskId);
  return { ...task, state, version: now };
}

/** Lets the time run that a task has waited in its state: "1 day", "3 days". */
export async function waited(owner: Owner, taskId: string, interval: string): Promise<void> {
  await owner.query("update task set state_since = state_since - $2::interval where id = $1", [
    taskId,
    interval,
  ]);
}
