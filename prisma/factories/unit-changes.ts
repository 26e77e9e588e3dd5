import { randomInt } from "node:crypto";
import { UnitChangeRequest } from "@/lib/domain/units/change";
import { findJobActor } from "@/lib/server/core/session";
import { unitChangeJob } from "@/lib/server/jobs/unit-change";
import { foldProgress } from "@/lib/server/progress/fold";
import { getProgress } from "@/lib/server/progress/queries";
import { applyChange } from "@/lib/server/units/changes";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeNation,
  makeOfficer,
  type Owner,
} from "./communes";
import { makeStation, type Station, type Wish } from "./tasks";

/** An administrator at the nation, with the day on which changes are applied at once. */
export interface UnitDesk {
  admin: MadeOfficer;
  today: string;
}

export async function makeUnitDesk(owner: Owner): Promise<UnitDesk> {
  const { rows } = await owner.query<{ day: string }>(
    "select to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day",
  );
  const admin = await makeOfficer(owner, { role: "admin", unit: await makeNation(owner) });
  return { admin, today: rows[0]?.day ?? "" };
}

/** A record that nothing places in a hamlet but its address. */
export const FAR: Wish = {
  record: { idNumber: "", fullName: "Trần Văn Lạ", address: "Số 1, Ấp 3" },
  person: null,
};

/** The figures that an officer sees, folded just now. */
export async function figuresOf(officer: MadeOfficer) {
  await foldProgress();
  return (await getProgress.as(officer, undefined)).figures;
}

/** A change that a failed test left would hold all the others up. */
export async function dropChanges(owner: Owner): Promise<void> {
  await owner.query(
    "update unit_change set state = 'cancelled' where state in ('planned', 'applying')",
  );
}

/** A commune's code that nobody has. */
export const newCode = () => `t${randomInt(1e9, 9e9)}0`;

/** Two stations of one province. */
export async function makeNeighbours(owner: Owner): Promise<[Station, Station]> {
  const one = await makeStation(owner);
  const commune = await makeCommune(owner, one.commune.province);
  const { coordinator } = one;
  const police = await makeOfficer(owner, { role: "police", unit: commune });
  const health = await makeOfficer(owner, { role: "health", unit: commune });
  return [one, { commune, coordinator, police, health }];
}

export const mergeOf = (units: MadeCommune[], into: object): UnitChangeRequest =>
  UnitChangeRequest.parse({ kind: "merge", units: units.map(({ id }) => id), into });

/** Asks for a change; throws where it is refused. */
export async function askChange(
  { admin, today }: UnitDesk,
  request: UnitChangeRequest,
  on = today,
): Promise<string> {
  const asked = await applyChange.as(admin, { request, on });
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return asked.data.changeId;
}

/** Does a change as a worker does, or a part of it. */
export function runChange(
  { admin }: UnitDesk,
  changeId: string,
  of: { size?: number; batches?: number } = {},
): Promise<void> {
  return unitChangeJob({ changeId, officerId: admin.officerId }, of);
}

export async function applyNow(desk: UnitDesk, request: UnitChangeRequest): Promise<string> {
  const changeId = await askChange(desk, request);
  await runChange(desk, changeId);
  return changeId;
}

export async function changeNow(owner: Owner, changeId: string) {
  const { rows } = await owner.query(
    "select state, reason, before, after, total, done from unit_change where id = $1",
    [changeId],
  );
  return rows[0];
}

/** An officer as they are after a change. */
export async function officerNow(officer: MadeOfficer): Promise<MadeOfficer> {
  const actor = await findJobActor(officer.officerId);
  if (!actor) throw new Error("no officer");
  return { ...officer, ...actor, system: undefined };
}

const TABLES = ["record", "task", "officer", "hamlet", "handover", "handover_line"];

/** How many rows of each kind lie in a commune. */
export async function rowsAt(owner: Owner, path: string): Promise<Record<string, number>> {
  const counts = TABLES.map(
    (table) => `(select count(*)::int from ${table} where unit_path = $1) as ${table}`,
  );
  return (await owner.query(`select ${counts}`, [path])).rows[0];
}

export const NOBODY = Object.fromEntries(TABLES.map((table) => [table, 0]));
