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

const NewPassword = z
  .string()
  .max(200, "passwordLong")
  .superRefine((password, check) => {
    const problem = passwordProblem(password);
    if (problem) check.addIssue({ code: "custom", message: problem });
  });

const FirstPassword = z.object({ token: z.string(), password: NewPassword });

const OVER = { ok: false, error: { code: "RULE", reason: "inviteOver" } } as const;

/**
 * Sets the first (or a forgotten) password through a one-time link. It comes before any session, so
 * it is the one write that doesn't go through `command`: a definer function checks the link, writes
 * the audit row and ends the officer's other sessions.
 */
export async function setFirstPassword(raw: unknown): Promise<Result<null>> {
  const parsed = FirstPassword.safeParse(raw);
  if (!parsed.success) {
    const code = parsed.error.issues[0]?.message ?? "invalid";
    return { ok: false, error: { code: "INVALID", fields: { password: { code } } } };
  }
  const { token, password } = parsed.data;
  // Hashing is slow on purpose: a link that is over must not make the server work.
  if (!(await findInvite(token))) return OVER;
  const rows = await callFunction<{ officer: string | null }>(
    "select invite_use($1, $2) as officer",
    [hashToken(token), await hashPassword(password)],
  );
  return rows[0]?.officer ? { ok: true, data: null } : OVER;
}

/** Changes the actor's own password; every session of theirs ends, this one too. */
export const changePassword = command({
  name: "access.changePassword",
  permission: "self:use",
  input: z.object({ current: z.string().max(200, "passwordLong"), next: NewPassword }),
  async run({ sql, actor }, { current, next }) {
    const stored = await sql<{ hash: string | null }>("select own_password_hash() as hash");
    if (!(await isPassword(stored[0]?.hash ?? null, current))) {
      throw new AppError("RULE", "passwordWrong");
    }
    await sql("select own_password_change($1)", [await hashPassword(next)]);
    return { data: null, audit: { entity: "officer", entityId: actor.officerId } };
  },
});
