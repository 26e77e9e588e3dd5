import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import { currentModel, getModel } from "./models";

/**
 * The model that comparing uses now; with a version the one that a run began with, which it keeps to
 * its end.
 */
export function modelOfRun(sql: Sql, version?: string): Promise<MatchModel> {
  return version === undefined ? currentModel(sql) : getModel(sql, version);
}
