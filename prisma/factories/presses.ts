import { resumeWaits } from "@/lib/server/jobs/waits";
import { directTask } from "@/lib/server/tasks/direct";
import { holdTask, resumeTask } from "@/lib/server/tasks/hold";
import { reportRegistryError } from "@/lib/server/tasks/registry-error";
import { reopenTask } from "@/lib/server/tasks/reopen";
import { askTransfer, recallTransfer } from "@/lib/server/tasks/transfer";
import { acceptTransfer, refuseTransfer } from "@/lib/server/tasks/transfer-answer";
import { typeReading } from "@/lib/server/tasks/type-reading";
import { undoTask } from "@/lib/server/tasks/undo";
import { withdrawTask } from "@/lib/server/tasks/withdraw";
import type { MadeOfficer, Owner } from "./communes";
import { dayFromToday, nextWorkingDay } from "./days";
import type { MadeTask, Station } from "./tasks";
import { offerOf } from "./transfers";

/** Who presses: a station, and the one that its tasks are offered to. */
export interface Players {
  owner: Owner;
  station: Station;
  other: Station;
}

export interface Input {
  taskId: string;
  version: number;
  personId: string | null;
}

export type Presses = Record<string, (input: Input, task: MadeTask) => Promise<unknown>>;

const comment = "Cần xem lại";
const SAID = { fullName: "Nguyễn Thị Hòa", birthDate: "12/03/1985", sex: "female" };

/** Putting off, taking back, opening again, and the level above. */
function ofTime({ owner, station }: Players): Presses {
  const { health, police, coordinator } = station;
  const hold = (officer: MadeOfficer) => async (input: Input) =>
    holdTask.as(officer, { ...input, comment, until: await nextWorkingDay(owner) });
  return {
    hold: hold(health),
    holdByPolice: hold(police),
    resume: (input) => resumeTask.as(health, input),
    resumeByPolice: (input) => resumeTask.as(police, input),
    dayComes: async ({ taskId }) => {
      const day = dayFromToday(0);
      await owner.query(
        "update task set wait_until = $2 where id = $1 and wait_until is not null",
        [taskId, day],
      );
      await resumeWaits();
    },
    undo: (input) => undoTask.as(health, input),
    undoByPolice: (input) => undoTask.as(police, input),
    undoByCoordinator: (input) => undoTask.as(coordinator, input),
    withdraw: (input) => withdrawTask.as(coordinator, { ...input, comment }),
    reopen: (input) => reopenTask.as(health, { ...input, comment }),
    direct: (input) => directTask.as(coordinator, { ...input, comment, force: "health" }),
    directToPolice: (input) => directTask.as(coordinator, { ...input, comment, force: "police" }),
  };
}

function ofTheRegistry({ station: { police } }: Players): Presses {
  const right = { fullName: "Nguyễn Thị Hoài" };
  return {
    registryError: (input) => reportRegistryError.as(police, { ...input, right, comment }),
    typeReading: (input) => typeReading.as(police, { ...input, personId: null, said: SAID }),
  };
}

/** Between the two stations; the offer is answered as if a minute had passed. */
function ofTransfers({ owner, station, other }: Players): Presses {
  const ask = (officer: MadeOfficer) => (input: Input) =>
    askTransfer.as(officer, { ...input, comment, unitId: other.commune.id });
  return {
    transfer: ask(station.health),
    transferByPolice: ask(station.police),
    recall: (input) => recallTransfer.as(station.health, input),
    accept: async (_, task) =>
      acceptTransfer.as(other.police, { transferId: await offerOf(owner, task) }),
    refuse: async (_, task) =>
      refuseTransfer.as(other.health, { transferId: await offerOf(owner, task), comment }),
    undoByOther: (input) => undoTask.as(other.health, input),
    undoByOtherPolice: (input) => undoTask.as(other.police, input),
  };
}

/**
 * Holding, taking back, opening again, directing, transferring, the registry's readings: whatever
 * somebody may press of these, whether or not it is allowed at that moment.
 */
export function movePresses(players: Players): Presses {
  return { ...ofTime(players), ...ofTheRegistry(players), ...ofTransfers(players) };
}
