import { makeCommune, makeOfficer, type Owner } from "@/prisma/factories/communes";
import { type MadeTask, makeTasks, type Station, type Wish } from "@/prisma/factories/tasks";
import type { Places } from "../volume/place";

/** A commune with an officer of each force in the province of the many records, with tasks of its own. */
export async function makeWorkplace(
  owner: Owner,
  { province, coordinator }: Places,
): Promise<Station> {
  const commune = await makeCommune(owner, province);
  return {
    commune,
    coordinator,
    police: await makeOfficer(owner, { role: "police", unit: commune }),
    health: await makeOfficer(owner, { role: "health", unit: commune }),
  };
}

/** Tasks that came about as they do at work, out of an uploaded list. */
export async function makeWork(
  owner: Owner,
  of: { station: Station; wishes: readonly Wish[] },
): Promise<MadeTask[]> {
  const tasks = await makeTasks(owner, of.station, of.wishes);
  await owner.query("analyze record; analyze task; analyze match_candidate; analyze person");
  return tasks;
}
