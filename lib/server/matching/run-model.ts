import "server-only";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";

/**
 * The model that comparing uses now; with a version the one that a run began with, which it keeps to
 * its end.
 */
export async function modelOfRun(sql: Sql, version?: string): Promise<MatchModel> {
  if (version === undefined || version === MODEL_V1.version) return MODEL_V1;
  const query = "select data from match_model where version = $1";
  return found((await sql<{ data: MatchModel }>(query, [version]))[0]).data;
}
