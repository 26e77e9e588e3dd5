import "server-only";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";

/** The model that a run or a single comparison uses. */
export async function modelOfRun(_sql: Sql): Promise<MatchModel> {
  return MODEL_V1;
}
