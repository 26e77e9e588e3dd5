import "server-only";
import { lastDays } from "@/lib/domain/progress/line-filter";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { callFunction, type Sql } from "@/lib/server/core/db";
import { log } from "@/lib/server/core/log";
import { query } from "@/lib/server/core/query";
import type { Mark } from "./mark";
import { getUnit } from "./unit";

/** How often figures that somebody looks at are held against what they were. */
const LOOK_EVERY = 400;
/** Looking never takes more than this part of the time, however many look. */
const SHARE = 10;
const AFTER_FAILURE = 3_000;
/** More than these from one process wait for their page to ask again. */
const MOST_WATCHERS = 500;

const MARKS = "select * from progress_marks($1, $2, $3)";

type Listener = (mark: Mark) => void;

interface Hub {
  listeners: Map<string, Set<Listener>>;
  seen: Map<string, Mark>;
  running: boolean;
}

// One for the process: Next loads this module once for each kind of bundle.
const held = globalThis as { portalLiveFigures?: Hub };

function hub(): Hub {
  held.portalLiveFigures ??= { listeners: new Map(), seen: new Map(), running: false };
  return held.portalLiveFigures;
}

interface MarkRow {
  path: string;
  mark: Mark;
}

/** For these paths, as lateness is today. */
function asked(paths: readonly string[]): unknown[] {
  const { due, since } = lastDays(clockThere(new Date()).day);
  return [paths, due, since];
}

/** How the figures at or below a unit stand, in the transaction of whoever asks. */
export async function readMark(sql: Sql, path: string): Promise<Mark> {
  const [row] = await sql<MarkRow>(MARKS, asked([path]));
  return row?.mark ?? "0";
}

async function look({ listeners, seen }: Hub): Promise<void> {
  const rows = await callFunction<MarkRow>(MARKS, asked([...listeners.keys()]));
  for (const { path, mark } of rows) {
    if (seen.get(path) === mark) continue;
    seen.set(path, mark);
    for (const tell of listeners.get(path) ?? []) tell(mark);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Looks for as long as anybody listens: one statement for all of them. */
async function run(of: Hub): Promise<void> {
  of.running = true;
  while (of.listeners.size > 0) {
    const begun = performance.now();
    try {
      await look(of);
      await pause(Math.max(LOOK_EVERY, (performance.now() - begun) * SHARE));
    } catch (error) {
      log().warn({ kind: error instanceof Error ? error.name : "unknown" }, "live figures");
      await pause(AFTER_FAILURE);
    }
  }
  of.running = false;
}

/** Tells of each change of the figures at or below a unit, within a second; gives how to stop. */
function listenTo(path: string, tell: Listener): () => void {
  const of = hub();
  const all = of.listeners.get(path) ?? new Set();
  of.listeners.set(path, all.add(tell));
  if (!of.running) void run(of);
  return () => {
    all.delete(tell);
    if (all.size > 0) return;
    of.listeners.delete(path);
    of.seen.delete(path);
  };
}

function watchers(): number {
  return [...hub().listeners.values()].reduce((sum, all) => sum + all.size, 0);
}

export interface LiveFigures {
  /** how the figures stand when the watching begins */
  mark: Mark;
  listen: (tell: Listener) => () => void;
}

/** The figures of a unit in the viewer's area, to be watched; null when too many watch already. */
export const watchProgress = query<string | undefined, LiveFigures | null>(
  "progress:read",
  async ({ sql, actor }, unitId) => {
    const { path } = await getUnit(sql, actor, unitId);
    if (watchers() >= MOST_WATCHERS) return null;
    return { mark: await readMark(sql, path), listen: (tell) => listenTo(path, tell) };
  },
);
