import "server-only";
import { z } from "zod";
import { type Actor, forceOf } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/roles";
import { STATE_OF_FORCE, type TaskState } from "@/lib/domain/tasks/states";
import type { AuditLine, AuditNote } from "@/lib/server/core/audit";
import { type CommandContext, command } from "@/lib/server/core/command";
import { type NextTask, takeNextAlong } from "./claim-next";
import { DROP_DRAFT } from "./draft-sql";
import type { TaskVersion } from "./inputs";
import type { TaskRow } from "./task-row";

/** How a task stands after a step. */
export interface Stands {
  taskId: string;
  state: TaskState;
  version: number;
}

const NO_NEXT: { next: NextTask | null; also: AuditLine[] } = { next: null, also: [] };

type StepInput = z.ZodObject<(typeof TaskVersion)["shape"] & z.core.$ZodLooseShape>;

interface StepDefinition<Input extends StepInput, Data extends Stands> {
  name: string;
  permission: Permission;
  input: Input;
  run(ctx: CommandContext, input: z.output<Input>): Promise<{ data: Data; audit: AuditNote }>;
}

export function standing({
  id,
  state,
  version,
}: Pick<TaskRow, "id" | "state" | "version">): Stands {
  return { taskId: id, state, version };
}

/** A task that comes straight back, still not agreeing, is the officer's to go on with. */
function staysWith(actor: Actor, state: TaskState): boolean {
  const force = forceOf(actor);
  return force !== null && STATE_OF_FORCE[force] === state;
}

/** What every step answers. */
export const StepAnswer = z.object({
  taskId: z.uuid(),
  state: z.string(),
  version: z.int(),
  next: z.object({ taskId: z.uuid(), version: z.int(), until: z.iso.datetime() }).nullable(),
});

/**
 * A command that takes a task one step on. Asked with `next`, it opens the most useful task for the
 * officer in the same transaction: whoever works through a list waits once, not twice.
 */
export function stepCommand<Input extends StepInput, Data extends Stands>(
  definition: StepDefinition<Input, Data>,
) {
  const input = definition.input.extend({ next: z.boolean().default(false) });
  return command({
    ...definition,
    input,
    async run(ctx, raw) {
      const { data, audit } = await definition.run(ctx, raw as z.output<Input>);
      // What was sent needs no draft any more.
      ctx.last(DROP_DRAFT, [ctx.actor.officerId, data.taskId]);
      const wanted = (raw as { next: boolean }).next && !staysWith(ctx.actor, data.state);
      const { next, also } = wanted ? await takeNextAlong(ctx, data.taskId) : NO_NEXT;
      return { data: { ...data, next }, audit, also };
    },
  });
}
