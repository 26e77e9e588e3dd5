import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { makeSession } from "@/prisma/factories/communes";
import { findFreePort } from "@/scripts/running/port";
import { ownProgram } from "@/scripts/running/programs";
import { serving, startWeb, type Web } from "../serving/web";
import { openVolume } from "../volume/open";

export const PAGE = 50;
/** How deep the second of the two addresses lies. */
export const DEEP = 2000;

export interface Page {
  who: "commune" | "province";
  page: number;
  path: string;
  token: string;
}

/** One size at work: the portal and the bare server over the same database. */
export interface Place {
  records: number;
  portal: Web;
  bare: Web;
  pages: Page[];
  stop: () => Promise<void>;
}

const EDGE = `
  select due_on::text || '_' || id as edge from task
  where unit_path >= $1 and unit_path < $2 and state <> 'closed' and ($3::text is null or force = $3)
  order by due_on, id offset ${PAGE * (DEEP - 1) - 1} limit 1`;

interface Viewer {
  who: Page["who"];
  officerId: string;
  unitPath: string;
  force: string | null;
}

async function pagesOf(owner: pg.Client, viewer: Viewer): Promise<Page[]> {
  const { who, officerId, unitPath, force } = viewer;
  const token = await makeSession(owner, officerId);
  const range = [unitPath, `${unitPath.slice(0, -1)}/`];
  const { rows } = await owner.query<{ edge: string }>(EDGE, [...range, force]);
  const [row] = rows;
  const first = { who, page: 1, token, path: `/api/v1/tasks?for=${who}` };
  if (!row) throw new Error(`${who}: fewer than ${DEEP} pages`);
  return [first, { ...first, page: DEEP, path: `${first.path}&after=${row.edge}` }];
}

async function startBare(appUrl: string, wanted: object[]): Promise<Web> {
  const env = { ...process.env, APP_DATABASE_URL: appUrl };
  const program = ["scripts/run.cjs", "../bench/listing/statements", JSON.stringify(wanted)];
  const text = execFileSync(process.execPath, program, { env, encoding: "utf8" });
  const file = join(mkdtempSync(join(tmpdir(), "portal-bench-list-")), "statements.json");
  writeFileSync(file, text);
  const port = await findFreePort();
  const spec = ownProgram("../bench/listing/bare-server", {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return serving({ ...spec, args: [...spec.args, `${port}`, file] }, `http://127.0.0.1:${port}`);
}

/** Opens a size, and starts both servers over it. */
export async function openPlace(of: { records: number; keep: boolean }): Promise<Place> {
  const volume = await openVolume(of);
  const { health, coordinator } = volume.places;
  const [officer] = health;
  if (!officer) throw new Error("no officer");
  const owner = new pg.Client({ connectionString: volume.ownerUrl });
  await owner.connect();
  const commune = await pagesOf(owner, { ...officer, who: "commune", force: "health" });
  const province = await pagesOf(owner, { ...coordinator, who: "province", force: null });
  await owner.end();
  const wanted = [
    { actor: officer, token: commune[0]?.token, paths: commune.map((one) => one.path) },
    { actor: coordinator, token: province[0]?.token, paths: province.map((one) => one.path) },
  ];
  const portal = await startWeb(volume.appUrl);
  const bare = await startBare(volume.appUrl, wanted);
  const stop = async () => {
    await bare.stop();
    await portal.stop();
    await volume.stop();
  };
  return { records: of.records, portal, bare, pages: [...commune, ...province], stop };
}
