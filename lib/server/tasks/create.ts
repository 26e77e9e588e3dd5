import "server-only";
import { dueDay } from "@/lib/domain/tasks/due";
import { step } from "@/lib/domain/tasks/flow";
import { routeDecision } from "@/lib/domain/tasks/routing";
import type { Sql } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import type { Compared } from "@/lib/server/matching/comparer";
import { readCalendar } from "@/lib/server/units/calendar";
import { insertAssignments } from "./assignments";
import { placeInHamlets } from "./hamlets";
import { type Loads, readLoads, takeLeastLoaded } from "./loads";
import { isWorthWork, type Renewal, readRenewals } from "./renew";
import { INSERT_EVENTS, INSERT_TASKS } from "./sql";

interface Place {
  id: string;
  unit_id: string;
  unit_path: string;
  hamlet_id: string | null;
  level: string;
  residence_status: string;
}

const PLACES = `
  select r.id, r.unit_id, r.unit_path, r.hamlet_id, r.residence_status, u.level
  from record r join unit u on u.id = r.unit_id where r.id = any($1)`;

/** Work belongs to a commune; while the residence is undecided a task waits for a choice. */
function isDecided(place: Place): boolean {
  return place.level === "commune" && place.residence_status === "resolved";
}

interface Making {
  loads: Loads;
  dueOn: string;
  renewals: Map<string, Renewal>;
}

function taskRow(compared: Compared, place: Place, of: Making) {
  const route = routeDecision(compared.decision);
  if (!route) return null;
  const decided = isDecided(place);
  const next = step({ state: "new", firstForce: route.force }, "assign", "system");
  const state = decided && next.ok ? next.to : "new";
  const { mainClass } = compared.decision;
  const placed = {
    force: route.force,
    unitId: place.unit_id,
    hamletId: place.hamlet_id,
    mainClass,
  };
  const assignee = decided ? takeLeastLoaded(of.loads, placed) : null;
  return {
    id: newId(),
    record_id: place.id,
    unit_id: place.unit_id,
    unit_path: place.unit_path,
    hamlet_id: place.hamlet_id,
    state,
    force: decided ? route.force : "system",
    first_force: route.force,
    rule: route.rule,
    main_class: mainClass,
    main_field: compared.decision.mainField,
    effort: of.loads.minutesOf(route.force, mainClass),
    assignee_id: assignee,
    due_on: of.dueOn,
    renewed: of.renewals.get(place.id) ?? null,
    version: decided ? 2 : 1,
  };
}

type NewTask = NonNullable<ReturnType<typeof taskRow>>;

function assignedOf({ id, unit_path: unitPath, assignee_id: to }: NewTask) {
  return { taskId: id, unitPath, from: null, to, by: null, reason: "least" as const };
}

function assignEvent(task: NewTask) {
  return {
    id: newId(),
    task_id: task.id,
    record_id: task.record_id,
    unit_path: task.unit_path,
    event: "assign",
    from_state: "new",
    to_state: task.state,
    by_id: null,
    comment: null,
    version: 2,
    by_owner: "system",
    decided: { route: task.first_force },
  };
}

/** Decisions that call for somebody, with what is new about records that had been closed. */
async function neededOf(sql: Sql, compared: Compared[]) {
  const routed = compared.filter((one) => routeDecision(one.decision) !== null);
  const ids = routed.map((one) => one.record.id);
  const renewals = ids.length > 0 ? await readRenewals(sql, ids) : new Map<string, Renewal>();
  const needed = routed.filter(({ record, decision }) =>
    isWorthWork(renewals.get(record.id), decision.outcome),
  );
  return { needed, renewals };
}

/**
 * Makes a task for each decision that needs one, routed by residence and given to the officer of
 * that office with the least work; gives how many were made.
 */
export async function createTasks(sql: Sql, compared: Compared[], now: Date): Promise<number> {
  const { needed, renewals } = await neededOf(sql, compared);
  if (needed.length === 0) return 0;
  const ids = needed.map((one) => one.record.id);
  await placeInHamlets(sql, ids);
  const places = new Map((await sql<Place>(PLACES, [ids])).map((place) => [place.id, place]));
  const loads = await readLoads(
    sql,
    [...places.values()].map((place) => place.unit_id),
    now,
  );
  const dueOn = dueDay(now, await readCalendar(sql));
  const tasks = needed.flatMap((one) => {
    const place = places.get(one.record.id);
    const row = place ? taskRow(one, place, { loads, dueOn, renewals }) : null;
    return row ? [row] : [];
  });
  await sql(INSERT_TASKS, [JSON.stringify(tasks)]);
  const assigned = tasks.filter((task) => task.state !== "new").map(assignEvent);
  await sql(INSERT_EVENTS, [JSON.stringify(assigned)]);
  const given = tasks.filter((task) => task.assignee_id !== null);
  await insertAssignments(sql, given.map(assignedOf));
  return tasks.length;
}
