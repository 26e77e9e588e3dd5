import "server-only";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { readModel } from "@/lib/domain/matching/model-schema";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

/*
 * A version's data never changes, so what was read once stays right for the life of the process; which
 * version is in use is asked of the database every time.
 */
const MOST_KEPT = 8;
const kept = new Map<string, MatchModel>();

function keep(model: MatchModel): MatchModel {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest) kept.delete(oldest);
  kept.set(model.version, model);
  return model;
}

/** A stored version. @throws NOT_FOUND for a version that was never proposed. */
export async function getModel(sql: Sql, version: string): Promise<MatchModel> {
  const known = kept.get(version);
  if (known) return known;
  const rows = await sql<{ data: MatchModel }>("select data from match_model where version = $1", [
    version,
  ]);
  return keep(found(rows[0]).data);
}

const APPROVED = "select version from match_model where state = 'approved'";

const INSERT_BUILT_IN = `
  insert into match_model (version, data, state, approved_at) values ($1, $2, 'approved', now())
  on conflict do nothing returning version`;

// A version of the same name that runs used before there were approvals.
const TAKE_BUILT_IN = `
  update match_model set state = 'approved', approved_at = now()
  where version = $1 and not exists (${APPROVED}) returning version`;

async function approveBuiltIn(sql: Sql): Promise<void> {
  const { version } = CURRENT_MODEL;
  const inserted = await sql(INSERT_BUILT_IN, [version, JSON.stringify(CURRENT_MODEL)]);
  const taken = inserted.length > 0 ? inserted : await sql(TAKE_BUILT_IN, [version]);
  if (taken.length === 0) return;
  await sql("insert into match_model_event (id, version, event) values ($1, $2, 'approved')", [
    newId(),
    version,
  ]);
}

/** Versions that this program can work with: an older one may lack a level that it asks for. */
const usable = new Set<string>();

async function isUsable(sql: Sql, version: string): Promise<boolean> {
  if (!usable.has(version) && readModel(await getModel(sql, version)).ok) usable.add(version);
  return usable.has(version);
}

/**
 * The version in use: the newest approved one. The one that comes with the program where there is none
 * yet, or where the program has been renewed and the approved one no longer says all that it asks.
 */
export async function currentVersion(sql: Sql): Promise<string> {
  const [approved] = await sql<{ version: string }>(APPROVED);
  if (approved && (await isUsable(sql, approved.version))) return approved.version;
  await sql("update match_model set state = 'retired' where state = 'approved'");
  await approveBuiltIn(sql);
  // Whoever was faster has committed by now: the index on the one approved version waited for them.
  return found((await sql<{ version: string }>(APPROVED))[0]).version;
}

/** The model in use. */
export async function currentModel(sql: Sql): Promise<MatchModel> {
  return getModel(sql, await currentVersion(sql));
}
