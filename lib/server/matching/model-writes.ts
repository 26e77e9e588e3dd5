import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { CommandContext } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { enqueue } from "@/lib/server/core/queue";
import { currentVersion } from "./models";

export type ModelEvent = "proposed" | "approved" | "retired" | "rejected";

// Proposals and approvals take turns: a name is given once, and nobody approves beside another.
const TAKE_TURNS = "select pg_advisory_xact_lock(hashtext('match_model'))";

export async function takeTurns(sql: Sql): Promise<void> {
  await sql(TAKE_TURNS);
}

export async function writeModelEvent(
  ctx: Pick<CommandContext, "sql" | "actor">,
  of: { version: string; event: ModelEvent; note?: string | null; replayId?: string | null },
): Promise<void> {
  await ctx.sql(
    "insert into match_model_event (id, version, event, by_id, note, replay_id) values ($1, $2, $3, $4, $5, $6)",
    [newId(), of.version, of.event, ctx.actor.officerId, of.note ?? null, of.replayId ?? null],
  );
}

/** The next free name: v1, v2, v3 … */
export async function nextVersion(sql: Sql): Promise<string> {
  const rows = await sql<{ version: string }>("select version from match_model");
  const numbers = rows.map(({ version }) => Number(/^v(\d{1,6})$/.exec(version)?.[1] ?? 0));
  return `v${Math.max(rows.length, ...numbers) + 1}`;
}

const PROPOSE = `
  insert into match_model (version, data, state, parent_version, proposed_by_id, proposed_at, note)
  values ($1, $2, 'proposed', $3, $4, now(), $5) on conflict do nothing returning version`;

/** Stores a proposal and runs it in the shadow at once: nobody can say anything of it before that. */
export async function storeProposal(
  ctx: CommandContext,
  of: { model: MatchModel; parent: string; note: string },
): Promise<{ version: string; replayId: string }> {
  const { version } = of.model;
  const stored = await ctx.sql(PROPOSE, [
    version,
    JSON.stringify(of.model),
    of.parent,
    ctx.actor.officerId,
    of.note,
  ]);
  if (stored.length === 0) throw new AppError("RULE", "modelVersionTaken", { version });
  await writeModelEvent(ctx, { version, event: "proposed", note: of.note });
  return { version, replayId: await queueReplay(ctx, version) };
}

const BUSY = `
  select 1 from replay where model_version = $1 and base_version = $2 and state in ('queued', 'running')`;

const INSERT_REPLAY = `
  insert into replay (id, model_version, base_version, unit_path, created_by_id) values ($1, $2, $3, $4, $5)`;

/** Asks for a shadow run of a version beside the one in use. */
export async function queueReplay(ctx: CommandContext, version: string): Promise<string> {
  const { officerId, unitPath } = ctx.actor;
  const base = await currentVersion(ctx.sql);
  if (base === version) throw new AppError("RULE", "modelInUse");
  const busy = await ctx.sql(BUSY, [version, base]);
  if (busy.length > 0) throw new AppError("RULE", "replayBusy");
  const replayId = newId();
  await ctx.sql(INSERT_REPLAY, [replayId, version, base, unitPath, officerId]);
  await enqueue(ctx, "replay", { replayId, officerId });
  return replayId;
}
