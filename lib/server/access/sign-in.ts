import "server-only";
import { callFunction } from "@/lib/server/core/db";
import { hashToken, newToken } from "@/lib/server/core/id";
import { isPassword } from "./password";

/** A working day; after an hour without use it ends earlier. */
export const SESSION_MINUTES = 12 * 60;

const LONGEST_USERNAME = 100;
const LONGEST_PASSWORD = 200;

interface Lookup {
  officer_id: string | null;
  password_hash: string | null;
  disabled: boolean;
  locked_until: Date | null;
}

export type SignIn =
  | { ok: true; officerId: string }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "locked"; until: Date };

async function lookUp(username: string): Promise<Lookup | undefined> {
  return (await callFunction<Lookup>("select * from sign_in_lookup($1)", [username]))[0];
}

/** Whether this password opens this account; as slow for an account that doesn't exist. */
async function opens(officer: Lookup | undefined, password: string): Promise<boolean> {
  const stored = password.length > LONGEST_PASSWORD ? null : (officer?.password_hash ?? null);
  const right = await isPassword(stored, password.slice(0, LONGEST_PASSWORD));
  return right && officer?.disabled === false;
}

function locked(until: Date): SignIn {
  return { ok: false, reason: "locked", until };
}

/** Checks name and password; five failures within a quarter of an hour lock the name for as long. */
export async function checkPassword(rawUsername: string, password: string): Promise<SignIn> {
  const username = rawUsername.trim().slice(0, LONGEST_USERNAME);
  const officer = await lookUp(username);
  if (officer?.locked_until) return locked(officer.locked_until);
  if (!(await opens(officer, password))) return countFailure(username);
  // Of guesses sent all at once, the right one must not slip in behind the failures of the others.
  const again = await lookUp(username);
  if (again?.locked_until) return locked(again.locked_until);
  return again?.officer_id
    ? { ok: true, officerId: again.officer_id }
    : { ok: false, reason: "wrong" };
}

async function countFailure(username: string): Promise<SignIn> {
  const rows = await callFunction<{ until: Date | null }>("select sign_in_failed($1) as until", [
    username,
  ]);
  const until = rows[0]?.until;
  return until ? locked(until) : { ok: false, reason: "wrong" };
}

/** Opens a session and gives its token, of which only the hash is stored; null for a disabled officer. */
export async function createSession(officerId: string): Promise<string | null> {
  const token = newToken();
  const rows = await callFunction<{ created: boolean }>(
    "select session_create($1, $2, $3) as created",
    [officerId, hashToken(token), SESSION_MINUTES],
  );
  return rows[0]?.created ? token : null;
}

export async function endSession(token: string): Promise<void> {
  await callFunction("select session_end($1)", [hashToken(token)]);
}
