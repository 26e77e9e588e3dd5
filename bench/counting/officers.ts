import { foldProgress } from "@/lib/server/progress/fold";
import type { Owner } from "@/prisma/factories/communes";
import { makeWork } from "../claiming/commune-work";
import { officerAtWork } from "../claiming/sql-clients";
import { quantile, type Result, round, say } from "../result";
import { addedBy, counters } from "./writes";

const ROUNDS = 12;
const SECONDS = 3;
const TASKS = 100_000;
/** What counters may add to a write, as a share. */
const LIMIT = 0.15;

/** What counting adds where an officer settles tasks with the portal's own statements, by turns. */
export async function officers(owner: Owner): Promise<Result[]> {
  const work = await makeWork(owner, { officers: 1, tasks: TASKS });
  const [officer] = work.officers;
  if (!officer) throw new Error("no officer");
  const times: Record<"on" | "off", number[]> = { on: [], off: [] };
  const fold = setInterval(() => void foldProgress(), 1000);
  for (let n = -1; n < ROUNDS; n += 1) {
    for (const way of n % 2 === 0 ? (["on", "off"] as const) : (["off", "on"] as const)) {
      await counters(owner, way === "on");
      let done = 0;
      const until = performance.now() + SECONDS * 1000;
      await officerAtWork(officer, { way: "together", until, done: () => (done += 1) });
      if (n >= 0) times[way].push((SECONDS * 1000) / done);
    }
    say(`officer, round ${n + 1}`);
  }
  clearInterval(fold);
  await counters(owner, true);
  const [on, off] = [quantile(times.on, 0.5), quantile(times.off, 0.5)];
  const added = addedBy(times);
  const common = { case: "a task settled, next one claimed", limit: null };
  return [
    { ...common, metric: "with counters, without", ours: round(on), peer: round(off), unit: "ms" },
    { ...common, metric: "  added", ours: round(added), peer: null, limit: LIMIT, unit: "" },
  ];
}
