import type { Actor } from "@/lib/domain/access/actor";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { addBatch } from "@/lib/server/handovers/test-rows";
import { type DayFilter, listDayLines } from "@/lib/server/progress/day-lines";
import { listProgressLines } from "@/lib/server/progress/lines";
import {
  type MadeOfficer,
  type MadeUnit,
  makeCommune,
  makeOfficer,
  makeProvince,
  type Owner,
} from "./communes";

/** A province with two communes; its own path is a third place, for records without a commune yet. */
export interface Scene {
  leader: MadeOfficer;
  province: MadeUnit;
  places: MadeUnit[];
  batchId: string;
  records: string[];
  tasks: string[];
}

export async function makeScene(owner: Owner): Promise<Scene> {
  const province = await makeProvince(owner);
  const communes = [await makeCommune(owner, province), await makeCommune(owner, province)];
  return {
    leader: await makeOfficer(owner, { role: "leader", unit: province }),
    province,
    places: [...communes, province],
    batchId: await addBatch(owner, province),
    records: [],
    tasks: [],
  };
}

export const at = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/** How many lines a list really holds, page by page. */
export async function countLines(leader: Actor, filter: LineFilter): Promise<number> {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await listProgressLines.as(leader, { ...filter, after });
    for (const line of page.lines) seen.add(line.key);
    after = page.next ?? undefined;
  } while (after);
  return seen.size;
}

/** What the lines of a list of days come to, page by page, beside what its head says. */
export async function sumDayLines(leader: Actor, filter: DayFilter) {
  const seen = new Map<string, number>();
  let page: Awaited<ReturnType<typeof listDayLines.as>>;
  let after: string | undefined;
  do {
    page = await listDayLines.as(leader, { ...filter, after });
    for (const { key, sign, times } of page.lines) seen.set(key, sign * times);
    after = page.next ?? undefined;
  } while (after);
  const people = [...seen.values()].reduce((sum, n) => sum + n, 0);
  return { people, amount: page.amount, unlisted: page.unlisted };
}
