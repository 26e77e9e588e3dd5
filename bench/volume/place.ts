import { unitId } from "@/lib/domain/units/unit";
import {
  type MadeOfficer,
  type MadeUnit,
  makeOfficer,
  type Owner,
} from "@/prisma/factories/communes";

/** Thành phố Hồ Chí Minh: its people alone make ten million records. */
const PROVINCE = "79";
/** Officers of each force in the commune that is looked at. */
const OFFICERS = 8;

export interface Places {
  province: MadeUnit;
  commune: MadeUnit;
  coordinator: MadeOfficer;
  leader: MadeOfficer;
  health: MadeOfficer[];
  police: MadeOfficer[];
}

const UNITS = `
  select id, code, name, level, path from unit where (id = $1 or parent_id = $1) and valid_to is null
  order by id <> $1, id`;

// Communes differ in size as they do in life: some have fifty times the people of others.
const SLOTS = `
  create table bench_place as
  with weighted as (
    select id, path, exp(random_normal(0, 0.8)) as w from unit
    where parent_id = $1 and valid_to is null and id <> $2 order by id),
  summed as (
    select id, path, sum(w) over (order by id) / sum(w) over () as upto from weighted)
  select slot, s.id as unit_id, s.path as unit_path from generate_series(0, 4095) slot
  cross join lateral (select id, path from summed where upto >= (slot + 0.5) / 4096 order by upto limit 1) s
  union all select -1, id, path from unit where id = $2`;

async function officers(owner: Owner, role: "health" | "police", unit: MadeUnit) {
  const all: MadeOfficer[] = [];
  for (let n = 0; n < OFFICERS; n += 1) all.push(await makeOfficer(owner, { role, unit }));
  return all;
}

/** Where the records go, and who works there. */
export async function makePlaces(owner: Owner): Promise<Places> {
  const { rows } = await owner.query<MadeUnit>(UNITS, [unitId("today", PROVINCE)]);
  const [province, commune] = rows;
  if (!province || !commune) throw new Error("the units are missing");
  await owner.query("select setseed(0.42)");
  await owner.query(SLOTS.replaceAll("$1", `'${province.id}'`).replaceAll("$2", `'${commune.id}'`));
  await owner.query("analyze bench_place");
  return {
    province,
    commune,
    coordinator: await makeOfficer(owner, { role: "coordinator", unit: province }),
    leader: await makeOfficer(owner, { role: "leader", unit: province }),
    health: await officers(owner, "health", commune),
    police: await officers(owner, "police", commune),
  };
}
