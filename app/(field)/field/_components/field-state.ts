import type { Vault } from "@/components/offline/vault";
import {
  type RefusedVisit,
  readCarried,
  readSent,
  readVisits,
  type SentVisit,
  type Visit,
} from "@/components/offline/visits";
import type { CarriedLine, CarriedList } from "@/lib/domain/tasks/worksheet/carried";
import type { ResultKind } from "@/lib/domain/tasks/worksheet/result";

export interface Kept<T> {
  id: string;
  value: T;
}

/** A person of the list with what has been written down about the visit to them. */
export interface Person {
  line: CarriedLine;
  waiting: Kept<Visit> | null;
  refused: Kept<RefusedVisit> | null;
  sent: SentVisit | null;
}

export interface FieldState {
  list: CarriedList | null;
  people: Person[];
  refused: Kept<RefusedVisit>[];
}

/** The whole screen in one reading, so that its figures agree. */
export async function readField(vault: Vault): Promise<FieldState> {
  const list = await readCarried(vault, Date.now());
  const [sent, visits, refused] = await Promise.all([
    readSent(vault),
    readVisits(vault),
    vault.list<RefusedVisit>("refused"),
  ]);
  const waitingOf = new Map(visits.map((visit) => [visit.value.taskId, visit]));
  const refusedOf = new Map(refused.map((visit) => [visit.value.taskId, visit]));
  const people = (list?.lines ?? []).map((line) => ({
    line,
    waiting: waitingOf.get(line.taskId) ?? null,
    refused: refusedOf.get(line.taskId) ?? null,
    sent: sent.get(line.taskId) ?? null,
  }));
  return { list, people, refused };
}

/** What was written down last about a person, sent or not. */
export function resultOf({ waiting, sent }: Person): ResultKind | null {
  return waiting?.value.result.kind ?? sent?.kind ?? null;
}

/** The card of a person, to come back to from the form. */
export const personId = (taskId: string) => `person-${taskId}`;

export const VIEWS = ["all", "open", "done"] as const;
export type View = (typeof VIEWS)[number];

export function isIn(person: Person, view: View): boolean {
  if (view === "all") return true;
  return (resultOf(person) !== null) === (view === "done");
}
