import "server-only";
import { z } from "zod";
import { MOST_AT_ONCE, type Plan, planRedistribution } from "@/lib/domain/tasks/redistribution";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { type AssignableRow, AssignFilter, readAssignable } from "./assignable";
import { TaskFilter } from "./list-filter";
import { readTaskKeys, taskList } from "./list-page";
import { officeOf, readLoads } from "./loads";
import { INSERT_LINES, INSERT_PLAN } from "./redistribute-sql";

const PlanInput = z.object({
  filter: AssignFilter,
  /** these of the filtered tasks only; all of them where absent */
  taskIds: z.array(z.uuid()).min(1, "tasksNeeded").max(MOST_AT_ONCE).optional(),
  /** whom to give them to; everybody of each office where absent */
  officers: z.array(z.uuid()).min(1, "officersNeeded").max(200).optional(),
});

async function planFor(
  { sql, now }: CommandContext,
  tasks: AssignableRow[],
  officers: string[] | undefined,
): Promise<Plan> {
  const unitIds = tasks.map((task) => task.unit_id);
  const { offices, minutesOf } = await readLoads(sql, unitIds, now);
  const movable = tasks.map((task) => ({
    id: task.id,
    effort: minutesOf(task.force, task.main_class),
    holder: task.assignee_id,
    office: officeOf({ force: task.force, unitId: task.unit_id, hamletId: task.hamlet_id }),
  }));
  return planRedistribution(movable, offices, officers ? new Set(officers) : null);
}

function linesOf(plan: Plan, tasks: AssignableRow[]) {
  const versions = new Map(tasks.map((task) => [task.id, task.version]));
  const moves = plan.moves.map((one) => ({ ...one, outcome: null }));
  const nobody = plan.nobody.map((one) => ({ ...one, to: null, outcome: "nobody" }));
  return [...moves, ...nobody].map(({ taskId, from, to, outcome }) => ({
    task_id: taskId,
    version: versions.get(taskId) ?? 0,
    from_id: from,
    to_id: to,
    outcome,
  }));
}

/** Keeps the plan for these tasks: what is looked at is what is applied. */
async function keepPlan(ctx: CommandContext, tasks: AssignableRow[], officers?: string[]) {
  const { sql, actor } = ctx;
  if (tasks.length === 0) throw new AppError("RULE", "nothingToAssign");
  if (tasks.length > MOST_AT_ONCE) {
    throw new AppError("RULE", "tooManyToAssign", { most: MOST_AT_ONCE });
  }
  const plan = await planFor(ctx, tasks, officers);
  const id = newId();
  const { loads, kept } = plan;
  await sql(INSERT_PLAN, [id, actor.unitPath, actor.officerId, JSON.stringify({ loads, kept })]);
  await sql(INSERT_LINES, [id, actor.unitPath, JSON.stringify(linesOf(plan, tasks))]);
  return { id, moves: plan.moves.length, kept, nobody: plan.nobody.length };
}

/**
 * Plans who gets which tasks, and keeps the plan: what was looked at is what is applied. Nothing
 * changes hands yet.
 */
export const planTasks = command({
  name: "task.planRedistribution",
  permission: "task:assign",
  input: PlanInput,
  async run(ctx, { filter, taskIds, officers }) {
    const { sql, actor, now } = ctx;
    const tasks = await readAssignable(sql, { filter, actor, now, taskIds: taskIds ?? null });
    const { id, ...detail } = await keepPlan(ctx, tasks, officers);
    return { data: { id, ...detail }, audit: { entity: "task", entityId: id, detail } };
  },
});

const ListedInput = z.object({
  filter: TaskFilter,
  /** these of the filtered tasks only; all of them where absent */
  taskIds: z.array(z.uuid()).min(1, "tasksNeeded").max(MOST_AT_ONCE).optional(),
});

/** Ids of the tasks that a list finds now, in its order; one more than `most` when there are others. */
export async function readListed(
  { sql, actor, now }: CommandContext,
  { filter, taskIds }: z.output<typeof ListedInput>,
  most: number,
): Promise<string[]> {
  const list = await taskList(sql, { actor, filter, now });
  if (taskIds) list.conditions.push({ text: "t.id = any(?::uuid[])", values: [taskIds] });
  const whole = { ...filter, after: undefined, before: undefined };
  const few = list.few || taskIds !== undefined;
  const { keys } = await readTaskKeys(sql, { ...list, few }, { filter: whole, size: most + 1 });
  return keys.map(({ id }) => id);
}

/**
 * The same plan for what a list shows: the server finds it anew. Tasks that are on nobody's list in their
 * present step, or another force's, stay out and are counted.
 */
export const planListed = command({
  name: "task.planListed",
  permission: "task:assign",
  input: ListedInput,
  async run(ctx, input) {
    const { sql, actor, now } = ctx;
    const ids = await readListed(ctx, input, MOST_AT_ONCE);
    if (ids.length > MOST_AT_ONCE) {
      throw new AppError("RULE", "tooManyToAssign", { most: MOST_AT_ONCE });
    }
    const tasks = await readAssignable(sql, { filter: {}, actor, now, taskIds: ids });
    const { id, ...plan } = await keepPlan(ctx, tasks);
    const detail = { ...plan, left: ids.length - tasks.length };
    return { data: { id, ...detail }, audit: { entity: "task", entityId: id, detail } };
  },
});
