import "server-only";
import { z } from "zod";
import type { ReplayVerdict } from "@/lib/domain/matching/replay";
import { type CommandContext, command } from "@/lib/server/core/command";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { enqueue } from "@/lib/server/core/queue";
import { requireCentre } from "./centre";
import { takeTurns, writeModelEvent } from "./model-writes";
import { currentVersion } from "./models";

interface ModelRow {
  state: "proposed" | "approved" | "retired";
  proposed_by_id: string | null;
}

const MODEL = "select state, proposed_by_id from match_model where version = $1 for update";

// Beside the version in use: what a replay showed beside another one says nothing of today.
const FINISHED = `
  select id from replay where model_version = $1 and base_version = $2 and state = 'done'
  order by created_at desc limit 1`;

const COUNTS = `
  select verdict, count(*)::int as records from replay_line where replay_id = $1 group by 1`;

type Evidence = { replayId: string } & Partial<Record<ReplayVerdict, number>>;

/** What the latest finished replay of the version showed. @throws RULE without one. */
async function readEvidence(ctx: CommandContext, version: string): Promise<Evidence> {
  const base = await currentVersion(ctx.sql);
  const [replay] = await ctx.sql<{ id: string }>(FINISHED, [version, base]);
  if (!replay) throw new AppError("RULE", "replayNeeded");
  const counts = await ctx.sql<{ verdict: ReplayVerdict; records: number }>(COUNTS, [replay.id]);
  const figures = Object.fromEntries(counts.map(({ verdict, records }) => [verdict, records]));
  return { replayId: replay.id, ...figures };
}

const RETIRE =
  "update match_model set state = 'retired' where state = 'approved' returning version";
const APPROVE = `
  update match_model set state = 'approved', approved_by_id = $2, approved_at = now(), evidence = $3
  where version = $1`;

// What the replay saw accepted, and what has come since; each is compared once more when its turn comes.
const RELEASE_LINES = `
  insert into model_release_line (release_id, task_id, record_id, unit_path)
  select $1, t.id, t.record_id, $3 from task t
  where t.state not in ('closed', 'rematching', 'publishing') and (
    t.record_id in (select l.record_id from replay_line l
                    where l.replay_id = $2 and l.open and l.verdict in ('released', 'gained'))
    or t.created_at >= (select p.created_at from replay p where p.id = $2))`;

const INSERT_RELEASE = `
  insert into model_release (id, model_version, replay_id, unit_path, created_by_id)
  values ($1, $2, $3, $4, $5)`;

const COUNT_LINES = `
  update model_release set total = (select count(*) from model_release_line where release_id = $1)
  where id = $1`;

/** Queues the release of every open task whose record the approved version accepts. */
async function queueRelease(ctx: CommandContext, version: string, replayId: string) {
  const { officerId, unitPath } = ctx.actor;
  const releaseId = newId();
  await ctx.sql(INSERT_RELEASE, [releaseId, version, replayId, unitPath, officerId]);
  await ctx.sql(RELEASE_LINES, [releaseId, replayId, unitPath]);
  await ctx.sql(COUNT_LINES, [releaseId]);
  await enqueue(ctx, "release", { releaseId, officerId });
  return releaseId;
}

/** Puts a version to use: a proposal, or an older version that is brought back. */
export const approveModel = command({
  name: "model.approve",
  permission: "model:approve",
  input: z.object({
    version: z.string().max(40),
    note: z.string().trim().max(1000).default(""),
    /** the approver has seen the decisions that the version contradicts */
    seen: z.boolean().default(false),
  }),
  async run(ctx, { version, note, seen }) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    const model = found((await ctx.sql<ModelRow>(MODEL, [version]))[0]);
    if (model.state === "approved") throw new AppError("RULE", "modelInUse");
    if (model.proposed_by_id === ctx.actor.officerId) throw new AppError("RULE", "ownProposal");
    const evidence = await readEvidence(ctx, version);
    const contradicted = evidence.contradicted ?? 0;
    if (contradicted > 0 && !seen) {
      throw new AppError("RULE", "contradictionsUnseen", { count: contradicted });
    }
    const [retired] = await ctx.sql<{ version: string }>(RETIRE);
    if (retired) await writeModelEvent(ctx, { version: retired.version, event: "retired" });
    await ctx.sql(APPROVE, [version, ctx.actor.officerId, JSON.stringify(evidence)]);
    const { replayId } = evidence;
    await writeModelEvent(ctx, { version, event: "approved", note, replayId });
    const releaseId = await queueRelease(ctx, version, replayId);
    return {
      data: { version, releaseId },
      audit: { entity: "model", entityId: version, detail: { replay: replayId, contradicted } },
    };
  },
});

/** Says no to a proposal; it stays in the list with the reason. */
export const rejectModel = command({
  name: "model.reject",
  permission: "model:approve",
  input: z.object({
    version: z.string().max(40),
    note: z.string().trim().min(3, "commentNeeded").max(1000),
  }),
  async run(ctx, { version, note }) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    const rows = await ctx.sql<{ version: string }>(
      "update match_model set state = 'retired' where version = $1 and state = 'proposed' returning version",
      [version],
    );
    if (rows.length === 0) throw new AppError("RULE", "modelNotProposed");
    await writeModelEvent(ctx, { version, event: "rejected", note });
    return { data: { version }, audit: { entity: "model", entityId: version } };
  },
});
