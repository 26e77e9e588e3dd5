import "server-only";
import { hash, verify } from "@node-rs/argon2";

// OWASP's argon2id settings: 19 MiB, two passes, one lane (16 ms on a small server).
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), SETTINGS);
}

// Verified when there is no such officer, so that the time doesn't tell which names exist.
let nobody: Promise<string> | undefined;

/** Whether the password is the officer's; as slow for a name that doesn't exist. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("không ai cả");
  const matches = await verify(stored ?? (await nobody), password.normalize("NFC"));
  return stored !== null && matches;
}
