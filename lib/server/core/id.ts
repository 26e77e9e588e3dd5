import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** UUIDv7: ordered by time, so that new rows stay together in an index. */
export function newId(): string {
  return v7();
}

/** 256 random bits for a cookie or a link; only `hashToken` of it is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Six letters and digits that a person can read out on the phone; found again in the log. */
export function newReference(): string {
  const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  return Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join("");
}
