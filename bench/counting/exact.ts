import { foldProgress } from "@/lib/server/progress/fold";
import type { MadeUnit, Owner } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { chanceOf, changeAtRandom } from "@/prisma/factories/random-changes";
import { type Result, round, say } from "../result";
import type { Volume } from "../volume/open";

const CLIENTS = 8;
const CHANGES = 10_000;

const COMMUNES =
  "select id, code, name, level, path from unit where level = 'commune' and valid_to is null order by random() limit 20";
const CHECK =
  "select people, cells, wrong_cells, people_off, seconds from check_progress(gen_random_uuid(), false, gen_random_uuid())";

interface Check {
  people: string;
  cells: number;
  wrong_cells: number;
  people_off: string;
  seconds: number;
}

async function check(owner: Owner): Promise<Check> {
  const { rows } = await owner.query<Check>(CHECK);
  if (!rows[0]) throw new Error("nothing was checked");
  return rows[0];
}

/** Random changes by several writers at once, folding all the while; then every figure against its rows. */
export async function exact({ records }: Volume<unknown>, owner: Owner): Promise<Result[]> {
  const { rows: places } = await owner.query<MadeUnit>(COMMUNES);
  const { rows } = await owner.query<{ id: string }>("select id from import_batch limit 1");
  const scene = { batchId: rows[0]?.id ?? "", places, records: [] as string[] };
  await changeAtRandom(owner, scene, { changes: 1, chance: chanceOf(1) });
  const clients = Array.from({ length: CLIENTS }, () => ownerClient());
  await Promise.all(clients.map((client) => client.connect()));
  const fold = setInterval(() => void foldProgress(), 1000);
  const begun = performance.now();
  const lost = await Promise.all(
    clients.map((client, seed) =>
      changeAtRandom(client, scene, { changes: CHANGES / CLIENTS, chance: chanceOf(seed + 2) }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(fold);
  await Promise.all(clients.map((client) => client.end()));
  const unfolded = await check(owner);
  await foldProgress();
  const folded = await check(owner);
  say(
    `${unfolded.cells} figures of ${unfolded.people} people, ${scene.records.length} records changed`,
  );
  const common = { case: `${CHANGES} changes, ${CLIENTS} clients`, peer: null };
  const refused = lost.reduce((sum, n) => sum + n, 0);
  return [
    {
      ...common,
      metric: "figures that differ",
      ours: unfolded.wrong_cells + folded.wrong_cells,
      limit: 0,
      unit: "",
    },
    {
      ...common,
      metric: "people by which they do",
      ours: Number(unfolded.people_off) + Number(folded.people_off),
      limit: 0,
      unit: "",
    },
    { ...common, metric: "refused to one of two", ours: refused, limit: null, unit: "" },
    {
      ...common,
      metric: "changes a second",
      ours: round(CHANGES / seconds),
      limit: null,
      unit: "1/s",
    },
    {
      case: `check of ${records}`,
      metric: "all figures against rows",
      ours: round(folded.seconds),
      peer: null,
      limit: null,
      unit: "s",
    },
  ];
}
