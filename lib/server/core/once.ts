import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/access/actor";
import type { Sql, Tx } from "./db";
import { AppError } from "./error";
import { prepared } from "./prepared";

const TAKE = prepared("select * from idempotency_take($1, $2, $3)");
const KEEP = prepared("select idempotency_keep($1, $2, $3::jsonb)");

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
  const [taken] = await sql<Taken<Output>>(TAKE, [actor.officerId, key, hashOf(request)]);
  if (!taken || taken.fresh) return null;
  if (!taken.same) throw new AppError("RULE", "keyReused");
  return { answer: taken.answer };
}

/** Kept with the change itself: both are there, or neither. A refusal is not kept, and tried again. */
export function keepAnswer(
  { last }: Pick<Tx, "last">,
  { actor, key }: Once,
  answer: unknown,
): void {
  last(KEEP, [actor.officerId, key, JSON.stringify(answer)]);
}
