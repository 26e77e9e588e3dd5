import "server-only";
import { z } from "zod";
import { command } from "@/lib/server/core/command";
import { callFunction, type Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { log } from "@/lib/server/core/log";
import { query } from "@/lib/server/core/query";

/** Kept figures held against the rows, all as they were at one instant. */
export interface ProgressCheck {
  at: Date;
  seconds: number;
  /** records that were counted */
  people: number;
  /** figures that were compared, and those that differed */
  cells: number;
  wrongCells: number;
  /** by how many people they differed, all together */
  peopleOff: number;
  /** what differed was put right */
  mended: boolean;
}

const COLUMNS = `at, seconds, people, cells, wrong_cells as "wrongCells", people_off as "peopleOff", mended`;

/** Hour in Viet Nam from which on a night's check is due. */
const NIGHT = 2;

async function check(mend: boolean): Promise<ProgressCheck> {
  const statement = `select ${COLUMNS} from check_progress($1, $2, null)`;
  const [found] = await callFunction<ProgressCheck>(statement, [newId(), mend]);
  if (!found) throw new Error("nothing was checked");
  return found;
}

/**
 * Holds every figure against the rows once a night; gives what was found, null when it was done already.
 * A difference is an alarm and is not put right silently: somebody published that figure. What the lists of days
 * need no longer is forgotten.
 */
export async function checkNightly(hour = NIGHT): Promise<ProgressCheck | null> {
  const [row] = await callFunction<{ due: boolean }>("select progress_check_due($1) as due", [
    hour,
  ]);
  if (!row?.due) return null;
  const found = await check(false);
  await callFunction("select forget_progress_log()", []);
  const { cells, wrongCells, peopleOff } = found;
  if (wrongCells > 0) log().error({ cells, wrongCells, peopleOff }, "figures differ from the rows");
  else log().info({ cells, seconds: found.seconds }, "figures agree with the rows");
  return found;
}

/** Counts anew where somebody has asked for it; gives how often. */
export async function recountAsked(): Promise<number> {
  const [row] = await callFunction<{ done: number }>("select recount_progress() as done", []);
  return row?.done ?? 0;
}

export interface CheckView {
  /** the last one; null before the first */
  last: ProgressCheck | null;
  /** since when somebody waits for the figures to be counted anew */
  asked: Date | null;
}

const LAST = `select ${COLUMNS} from progress_check order by at desc limit 1`;
const ASKED = "select at from progress_recount where done_at is null";

/** The last check; null before the first. */
export async function findLastCheck(sql: Sql): Promise<ProgressCheck | null> {
  return (await sql<ProgressCheck>(LAST))[0] ?? null;
}

/** What the last check found, for whoever reads figures. */
export const getCheck = query<void, CheckView>("progress:read", async ({ sql }) => {
  const [asked] = await sql<{ at: Date }>(ASKED);
  return { last: await findLastCheck(sql), asked: asked?.at ?? null };
});

/** Asks for every figure to be counted from the rows; the centre only, since it is every unit's. */
export const askRecount = command({
  name: "progress.recount",
  permission: "progress:recount",
  input: z.object({}),
  async run({ sql, actor }) {
    if (actor.unitLevel !== "nation") throw new AppError("FORBIDDEN");
    const id = newId();
    await sql("insert into progress_recount (id, by_id) values ($1, $2) on conflict do nothing", [
      id,
      actor.officerId,
    ]);
    return { data: null, audit: { entity: "progress", entityId: id } };
  },
});
