import "server-only";
import { z } from "zod";
import type { Result } from "@/lib/domain/access/error-code";
import { passwordProblem } from "@/lib/domain/access/password-rules";
import { command } from "@/lib/server/core/command";
import { callFunction } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { hashToken } from "@/lib/server/core/id";
import { hashPassword, isPassword } from "./password";

/** Whom a one-time link is for; null when it was used, replaced or is too old. */
export async function findInvite(
  token: string,
): Promise<{ username: string; fullName: string } | null> {
  const rows = await callFunction<{ username: string; full_name: string }>(
    "select * from invite_lookup($1)",
    [hashToken(token)],
  );
  return rows[0] ? { username: rows[0].username, fullName: rows[0].full_name } : null;
}

const FirstPassword = z.object({
  token: z.string().min(20).max(100),
  password: z.string().max(200),
});

/**
 * Sets the first (or a forgotten) password through a one-time link. It comes before any session, so
 * it is the one write that doesn't go through `command`: a definer function checks the link, writes
 * the audit row and ends the officer's other sessions.
 */
export async function setFirstPassword(raw: unknown): Promise<Result<null>> {
  const parsed = FirstPassword.safeParse(raw);
  const problem = parsed.success ? passwordProblem(parsed.data.password) : "passwordShort";
  if (!parsed.success || problem) {
    return { ok: false, error: { code: "INVALID", fields: { password: { code: problem ?? "invalid" } } } };
  }
  const rows = await callFunction<{ officer: string | null }>(
    "select invite_use($1, $2) as officer",
    [hashToken(parsed.data.token), await hashPassword(parsed.data.password)],
  );
  if (!rows[0]?.officer) return { ok: false, error: { code: "RULE", reason: "inviteOver" } };
  return { ok: true, data: null };
}

/** Changes the actor's own password; every session of theirs ends, this one too. */
export const changePassword = command({
  name: "access.changePassword",
  permission: "self:use",
  input: z.object({ current: z.string().max(200), next: z.string().max(200) }),
  async run({ sql, actor }, { current, next }) {
    const stored = await sql<{ hash: string | null }>("select own_password_hash() as hash");
    if (!(await isPassword(stored[0]?.hash ?? null, current))) {
      throw new AppError("RULE", "passwordWrong");
    }
    const problem = passwordProblem(next);
    if (problem) throw new AppError("INVALID", problem);
    await sql("select own_password_change($1)", [await hashPassword(next)]);
    return { data: null, audit: { entity: "officer", entityId: actor.officerId } };
  },
});
