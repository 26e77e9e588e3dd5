import "server-only";
import { createHash } from "node:crypto";

const names = new Map<string, string>();

/**
 * Marks a hot statement: each connection plans it once and keeps the plan. Under row-level security
 * planning costs as much as running. Its name is made of its text, so that every bundle of the
 * program gives it the same one. Only for constant texts; with PgBouncer 1.21 or later in front.
 */
export function prepared(text: string): string {
  names.set(text, `s${createHash("sha1").update(text).digest("hex").slice(0, 20)}`);
  return text;
}

/** The name under which a connection keeps a statement; undefined for one that isn't hot. */
export function preparedName(text: string): string | undefined {
  return names.get(text);
}
