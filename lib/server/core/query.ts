import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import type { Result } from "@/lib/domain/access/error-code";
import { canDo, type Permission } from "@/lib/domain/access/roles";
import { scopeOf } from "@/lib/domain/access/scope";
import { type Reading, type Tx, transaction } from "./db";
import { isMalformedId, refusalOf } from "./door";
import { AppError } from "./error";
import { currentActor } from "./session";

export interface QueryContext extends Tx {
  actor: Actor;
}

export interface Query<Input, Output> {
  /** As the officer of the present request: signs in first where needed; what is out of reach is not found. */
  (input: Input): Promise<Output>;
  /** As a given officer; throws `AppError`. */
  as(actor: Actor, input: Input): Promise<Output>;
  /** As the officer of the present request, for programs: a refusal is answered and not thrown. */
  answer(input: Input): Promise<Result<Output>>;
  readonly permission: Permission;
}

/**
 * The only way to read: one transaction that sees no more than the actor's area; where figures of several
 * statements stand side by side, all of them as things were at one instant ("snapshot").
 */
export function query<Input = void, Output = unknown>(
  permission: Permission,
  run: (ctx: QueryContext, input: Input) => Promise<Output>,
  reading: Reading = "statement",
): Query<Input, Output> {
  const as = async (actor: Actor, input: Input): Promise<Output> => {
    if (!canDo(actor.role, permission)) throw new AppError("FORBIDDEN");
    return transaction(scopeOf(actor), (tx) => run({ ...tx, actor }, input), reading);
  };
  const now = async (input: Input): Promise<Output> => {
    // Only pages come here; jobs and tests use `as` and have no router to load.
    const { notFound, redirect } = await import("next/navigation");
    const actor = await currentActor();
    if (!actor) return redirect("/sign-in");
    try {
      return await as(actor, input);
    } catch (error) {
      if (error instanceof AppError || isMalformedId(error)) return notFound();
      throw error;
    }
  };
  const answer = async (input: Input): Promise<Result<Output>> => {
    const actor = await currentActor();
    if (!actor) return { ok: false, error: { code: "UNAUTHENTICATED" } };
    try {
      return { ok: true, data: await as(actor, input) };
    } catch (error) {
      return { ok: false, error: refusalOf(error, permission) };
    }
  };
  return Object.assign(now, { as, answer, permission });
}
