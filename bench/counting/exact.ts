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

/** Random changes by several writers at once, folding all the while; gives seconds, and how many were refused. */
async function change(owner: Owner): Promise<{ seconds: number; refused: number }> {
  const { rows: places } = await owner.query<MadeUnit>(COMMUNES);
  const { rows } = await owner.query<{ id: string }>("select id from import_batch limit 1");
  const scene = { batchId: rows[0]?.id ?? "", places, records: [] as string[] };
  await changeAtRandom(owner, scene, { changes: 1, chance: chanceOf(1) });
  const clients = Array.from({ length: CLIENTS }, () => ownerClient());
  await Promise.all(clients.map((client) => client.connect()));
  const fold = setInterval(() => void foldProgress(), 500);
  const begun = performance.now();
  const lost = await Promise.all(
    clients.map((client, seed) =>
      changeAtRandom(client, scene, { changes: CHANGES / CLIENTS, chance: chanceOf(seed + 2) }),
    ),
  );
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(fold);
  await Promise.all(clients.map((client) => client.end()));
  say(`${scene.records.length} records changed`);
  return { seconds, refused: lost.reduce((sum, n) => sum + n, 0) };
}

/** Every figure against its rows after many changes at once, before and after the last are folded. */
export async function exact({ records }: Volume<unknown>, owner: Owner): Promise<Result[]> {
  const { seconds, refused } = await change(owner);
  const unfolded = await check(owner);
  await foldProgress();
  const folded = await check(owner);
  say(`${folded.cells} figures of ${folded.people} people`);
  const both = (key: "wrong_cells" | "people_off") => Number(unfolded[key]) + Number(folded[key]);
  const row = (metric: string, ours: number, more: Partial<Result> = {}): Result => ({
    case: `${CHANGES} changes, ${CLIENTS} clients`,
    metric,
    ours,
    peer: null,
    limit: null,
    unit: "",
    ...more,
  });
  return [
    row("figures that differ", both("wrong_cells"), { limit: 0 }),
    row("people by which they do", both("people_off"), { limit: 0 }),
    row("refused to one of two", refused),
    row("changes a second", round(CHANGES / seconds), { unit: "1/s" }),
    row("all figures against rows", round(folded.seconds), {
      case: `check of ${records}`,
      unit: "s",
    }),
  ];
}
