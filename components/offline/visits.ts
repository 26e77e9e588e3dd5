import type { CarriedList } from "@/lib/domain/tasks/worksheet/carried";
import type { ResultKind, SheetResult } from "@/lib/domain/tasks/worksheet/result";
import type { Vault } from "./vault";

/** What was written down at a person of the carried list; its id in the outbox is the visit's own. */
export interface Visit {
  taskId: string;
  /** as the list had it; null: whatever it is now, once the officer has looked */
  version: number | null;
  /** of the person, to name it on the screen; it isn't sent */
  name: string | null;
  /** ISO */
  at: string;
  result: SheetResult;
}

/** A visit that the portal did not take, with its words. */
export interface RefusedVisit extends Visit {
  title: string;
  fields: string[];
  /** the task was changed since: sending it again needs a look at it */
  stale: boolean;
}

export interface SentVisit {
  kind: ResultKind;
  at: string;
  /** attempts that are missing where a closing was wanted too early */
  missing: number;
}

const CARRIED = "carried";
const SENT = "sent-";

/** The list that is carried along; one that is over is forgotten on the spot. */
export async function readCarried(vault: Vault, now: number): Promise<CarriedList | null> {
  const list = await vault.get<CarriedList>("list", CARRIED);
  if (!list?.validUntil) return null;
  if (Date.parse(list.validUntil) > now) return list;
  await forgetCarried(vault);
  return null;
}

export async function forgetCarried(vault: Vault): Promise<void> {
  for (const { id } of await vault.list("list")) await vault.remove("list", id);
}

/**
 * Keeps the list as the portal has it now. Whoever was done from here stays on it, so that one sees how
 * far one has come; whoever was settled by others is gone.
 */
export async function keepCarried(vault: Vault, fresh: CarriedList, now: number): Promise<void> {
  const before = await readCarried(vault, now);
  const sent = await readSent(vault);
  const known = new Set(fresh.lines.map((line) => line.taskId));
  const done = (before?.lines ?? []).filter(({ taskId }) => sent.has(taskId) && !known.has(taskId));
  await vault.put<CarriedList>("list", CARRIED, { ...fresh, lines: [...fresh.lines, ...done] });
}

/** What came in from here, by task. */
export async function readSent(vault: Vault): Promise<Map<string, SentVisit>> {
  const rows = await vault.list<SentVisit>("list");
  return new Map(
    rows.flatMap(({ id, value }) =>
      id.startsWith(SENT) ? [[id.slice(SENT.length), value] as const] : [],
    ),
  );
}

export async function keepSent(vault: Vault, taskId: string, sent: SentVisit): Promise<void> {
  await vault.put("list", `${SENT}${taskId}`, sent);
}

/** Visits in the order in which they were made. */
export async function readVisits(vault: Vault): Promise<{ id: string; value: Visit }[]> {
  const rows = await vault.list<Visit>("outbox");
  return rows.sort((one, other) => one.value.at.localeCompare(other.value.at));
}
