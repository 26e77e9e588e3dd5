import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import type { Refusal, Result } from "@/lib/domain/access/error-code";
import { canDo, type Permission } from "@/lib/domain/access/roles";
import { scopeOf } from "@/lib/domain/access/scope";
import { type AuditLine, type AuditNote, writeAudit } from "./audit";
import { type Tx, transaction } from "./db";
import { isLostRace, refusalOf } from "./door";
import { AppError } from "./error";
import { answerBefore, keepAnswer } from "./once";
import { currentActor } from "./session";

export interface CommandContext extends Tx {
  actor: Actor;
  /** The moment of the command: the same for every row that it writes. */
  now: Date;
}

interface Definition<Input extends z.ZodType, Output> {
  /** Context and verb, "task.submit": the word in the audit. */
  name: string;
  permission: Permission;
  input: Input;
  /** All that it reads is of one instant; whoever was faster makes it start over, a few times. */
  ofOneInstant?: boolean;
  run(ctx: CommandContext, input: z.output<Input>): Promise<Done<Output>>;
}

interface Done<Output> {
  data: Output;
  /** null for what concerns nobody but its officer: a draft, a view of a list */
  audit: AuditNote | null;
  /** what another command would have left, had it been called: written in the same message */
  also?: AuditLine[];
}

export interface Command<Output> {
  /** Acts as the officer of the present request; with a key, the same request is done once. */
  (raw: unknown, key?: string): Promise<Result<Output>>;
  /** Acts as a given officer: jobs, the demonstration, tests. */
  as(actor: Actor, raw: unknown, key?: string): Promise<Result<Output>>;
  readonly door: { name: string; permission: Permission; input: z.ZodType };
}

/**
 * The only way to write. Authorises, parses, opens one transaction as the actor, runs, writes one
 * audit row in it. A refusal rolls everything back and is recorded in a transaction of its own.
 */
export function command<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
): Command<Output> {
  const as = async (actor: Actor, raw: unknown, key?: string): Promise<Result<Output>> => {
    try {
      return { ok: true, data: await performAgain(definition, { actor, raw, key }) };
    } catch (error) {
      const refusal = refusalOf(error, definition.name);
      await recordRefusal(definition.name, actor, refusal);
      return { ok: false, error: refusal };
    }
  };
  const now = async (raw: unknown, key?: string): Promise<Result<Output>> => {
    const actor = await currentActor();
    if (!actor) return { ok: false, error: { code: "UNAUTHENTICATED" } };
    return as(actor, raw, key);
  };
  const { name, permission, input } = definition;
  return Object.assign(now, { as, door: { name, permission, input } });
}

interface Request {
  actor: Actor;
  raw: unknown;
  key: string | undefined;
}

const MOST_TRIES = 5;

/** A snapshot can't wait for whoever is faster, as a plain statement does: it is taken anew. */
async function performAgain<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
  request: Request,
): Promise<Output> {
  for (let left = definition.ofOneInstant ? MOST_TRIES : 1; ; left--) {
    try {
      return await perform(definition, request);
    } catch (error) {
      if (left <= 1 || !isLostRace(error)) throw error;
    }
  }
}

async function perform<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
  { actor, raw, key }: Request,
): Promise<Output> {
  if (!canDo(actor.role, definition.permission)) throw new AppError("FORBIDDEN");
  const input = definition.input.parse(raw);
  const work = async (tx: Tx) => {
    const once = key ? { actor, key, request: { command: definition.name, raw } } : null;
    const before = once ? await answerBefore<Output>(tx.sql, once) : null;
    if (before) return before.answer;
    const done = await definition.run({ ...tx, actor, now: new Date() }, input);
    const { audit: note, also = [] } = done;
    const own = note ? [{ actor, command: definition.name, result: "done", note }] : [];
    if (own.length + also.length > 0) writeAudit(tx, ...own, ...also);
    if (once) keepAnswer(tx, once, done.data);
    return done.data;
  };
  return transaction(
    scopeOf(actor),
    work,
    definition.ofOneInstant ? "snapshotToWrite" : "statement",
  );
}

// A list of hundreds may be wrong in every line: the first few say enough.
const MOST_FIELDS = 10;

async function recordRefusal(name: string, actor: Actor, refusal: Refusal): Promise<void> {
  const detail: AuditNote["detail"] = {};
  if (refusal.reason) detail.reason = refusal.reason;
  if (refusal.reference) detail.reference = refusal.reference;
  if (refusal.fields) detail.fields = Object.keys(refusal.fields).slice(0, MOST_FIELDS);
  await transaction(scopeOf(actor), async (tx) =>
    writeAudit(tx, { actor, command: name, result: refusal.code, note: { detail } }),
  ).catch((error) => refusalOf(error, "audit"));
}
