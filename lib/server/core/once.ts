import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql } from "./db";
import { AppError } from "./error";

/** A request that must be done once, however often it is sent with its key. */
export interface Once {
  actor: Actor;
  key: string;
  request: unknown;
}

function hashOf(request: unknown): string {
  return createHash("sha256").update(JSON.stringify(request)).digest("hex");
}

interface Taken<Output> {
  fresh: boolean;
  same: boolean;
  answer: Output;
}

/**
 * The answer that the same request got before; null when it is new. Whoever sends it again while the
 * first is still at work waits for that one. Refused when the key was used for another request.
 */
export async function answerBefore<Output>(
  sql: Sql,
  { actor, key, request }: Once,
): Promise<{ answer: Output } | null> {
  const [taken] = await sql<Taken<Output>>("select * from idempotency_take($1, $2, $3)", [
    actor.officerId,
    key,
    hashOf(request),
  ]);
  if (!taken || taken.fresh) return null;
  if (!taken.same) throw new AppError("RULE", "keyReused");
  return { answer: taken.answer };
}

/** Kept with the change itself: both are there, or neither. A refusal is not kept, and tried again. */
export async function keepAnswer(sql: Sql, { actor, key }: Once, answer: unknown): Promise<void> {
  await sql("select idempotency_keep($1, $2, $3::jsonb)", [
    actor.officerId,
    key,
    JSON.stringify(answer),
  ]);
}
