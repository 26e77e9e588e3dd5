import { addHamlets } from "@/lib/server/tasks/hamlet-commands";
import { type HamletLine, type HamletsPage, listHamlets } from "@/lib/server/tasks/hamlet-queries";
import { decideHamlet } from "@/lib/server/tasks/hamlet-rules";
import { type MadeOfficer, makeOfficer, type Owner } from "./communes";
import type { Station, Wish } from "./tasks";

/** Somebody whose record says too little: the hamlet team asks on the ground. */
export const livingAt = (address: string): Wish => ({
  record: { idNumber: "", fullName: "Trần Văn Lạ", address, phone: "0912345678" },
  person: null,
});

/** The hamlets of a commune as its police see them. */
export const hamletsPage = (by: MadeOfficer): Promise<HamletsPage> => listHamlets.as(by, null);

/** Names hamlets, one a line, as the health station does. */
export async function nameHamlets(station: Station, names: string) {
  const { id: unitId } = station.commune;
  const result = await addHamlets.as(station.health, { unitId, names });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data;
}

export async function hamletOf(station: Station, wanted: string): Promise<HamletLine> {
  const { hamlets } = await hamletsPage(station.police);
  const hamlet = hamlets.find((one) => one.name === wanted);
  if (!hamlet) throw new Error(`no ${wanted}`);
  return hamlet;
}

/** Somebody on the team of a hamlet. */
export async function teamOf(owner: Owner, station: Station, wanted: string): Promise<MadeOfficer> {
  const hamlet = await hamletOf(station, wanted);
  return makeOfficer(owner, { role: "hamlet", unit: station.commune, hamlet });
}

/** Police say which hamlet a name in addresses means; null: none of the commune. */
export async function decideName(station: Station, named: string, hamlet: string | null) {
  const hamletId = hamlet ? (await hamletOf(station, hamlet)).id : null;
  const { unplaced, rules } = await hamletsPage(station.police);
  const known = [...unplaced, ...rules].find((one) => one.name === named);
  const fromUnitId = known?.fromUnitId ?? station.commune.id;
  const { id: unitId } = station.commune;
  return decideHamlet.as(station.police, { unitId, fromUnitId, name: named, hamletId });
}

/** Names of the hamlets that tasks are in; throws where a task and its record are not in one. */
export async function placesOf(owner: Owner, ids: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await owner.query<{ id: string; task: string | null; record: string | null }>(
    `select t.id, h.name as task, g.name as record from task t join record r on r.id = t.record_id
     left join hamlet h on h.id = t.hamlet_id left join hamlet g on g.id = r.hamlet_id where t.id = any($1)`,
    [ids],
  );
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (row?.task !== row?.record)
      throw new Error(`a task of ${row?.task}, a record of ${row?.record}`);
    return row?.task ?? null;
  });
}
