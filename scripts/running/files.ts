import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes whole or not at all, readable by this user only: what we keep are secrets and locks. */
export function writePrivate(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}

/** The secret kept in `file`, made at the first call: 32 random bytes, as text that fits a URL. */
export function keptSecret(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const secret = randomSecret();
  writePrivate(file, `${secret}\n`);
  return secret;
}

export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}
