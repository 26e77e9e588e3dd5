import "server-only";
import { z } from "zod";
import { type DecidedPair, decidedPatterns } from "@/lib/domain/matching/estimate/decided-patterns";
import { refineModel } from "@/lib/domain/matching/estimate/refine";
import { isSameModel } from "@/lib/domain/matching/model-change";
import type { FieldComparison } from "@/lib/domain/matching/vocabulary";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { requireCentre } from "./centre";
import { nextVersion, storeProposal, takeTurns } from "./model-writes";
import { currentModel, currentVersion } from "./models";

/** Fewer decisions than this say more about their officers than about the model. */
export const FEWEST_DECISIONS = 20;

/*
 * The first comparison of each record with each person of whom people have decided: police confirmed
 * that this is the person, or somebody said that it isn't. Later comparisons are of what was corrected.
 */
const DECIDED = `
  select distinct on (c.record_id, c.person_id) c.fields,
    case when t.id is null then 'other' else 'match' end as label
  from match_candidate c join match_result m on m.id = c.result_id
  left join task t on t.record_id = c.record_id and t.confirmed_person_id = c.person_id
  left join not_a_match n on n.record_id = c.record_id and n.person_id = c.person_id
  where m.model_version = $1 and (t.id is null) <> (n.person_id is null)
  order by c.record_id, c.person_id, m.created_at`;

interface DecidedRow {
  fields: FieldComparison[];
  label: DecidedPair["label"];
}

const readDecided = (sql: Sql, version: string) => sql<DecidedRow>(DECIDED, [version]);

/** How many pairs that the model in use has scored people have decided on. */
export const countDecided = query<void, number>("model:propose", async ({ sql }) => {
  const version = await currentVersion(sql);
  const rows = await sql<{ decided: number }>(
    `select count(*)::int as decided from (${DECIDED}) as pairs`,
    [version],
  );
  return rows[0]?.decided ?? 0;
});

/**
 * Proposes the model in use with its weights corrected by what officers have decided; it then runs in
 * the shadow like any other proposal. RULE `decisionsFew`, `modelNotFitted`, `modelUnchanged`.
 */
export const refineFromDecisions = command({
  name: "model.refine",
  permission: "model:propose",
  input: z.object({ note: z.string().trim().min(3, "commentNeeded").max(1000) }),
  async run(ctx, { note }) {
    requireCentre(ctx.actor);
    await takeTurns(ctx.sql);
    const current = await currentModel(ctx.sql);
    const decided = await readDecided(ctx.sql, current.version);
    if (decided.length < FEWEST_DECISIONS) {
      throw new AppError("RULE", "decisionsFew", {
        count: decided.length,
        least: FEWEST_DECISIONS,
      });
    }
    const patterns = decidedPatterns(current, decided);
    const refined = refineModel(current, patterns, await nextVersion(ctx.sql));
    if (!refined.ok) throw new AppError("RULE", "modelNotFitted");
    if (isSameModel(current, refined.value)) throw new AppError("RULE", "modelUnchanged");
    const data = await storeProposal(ctx, { model: refined.value, parent: current.version, note });
    return { data, audit: { entity: "model", entityId: data.version } };
  },
});
