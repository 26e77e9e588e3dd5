import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { checkMail } from "./mail-settings";
import { Problem } from "./problem";

export const PROJECT = resolve(import.meta.dirname, "../..");

/** An empty variable means "not set": that is how compose files and .env templates leave them. */
function unlessEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}
const text = () => unlessEmpty(z.string().trim().optional());

const Settings = z.object({
  PORT: unlessEmpty(z.coerce.number().int().min(1).max(65_535).default(3000)),
  HOST: unlessEmpty(z.string().default("0.0.0.0")),
  DATABASE_URL: text(),
  APP_DATABASE_URL: text(),
  /** What an empty database is filled with. */
  SEED: unlessEmpty(z.enum(["demonstration", "units", "none"]).default("demonstration")),
  /** Everything that `npm start` keeps: database, secrets, logs. */
  PORTAL_DATA_DIR: unlessEmpty(z.string().default(join(PROJECT, ".data"))),
  NEXTAUTH_URL: text(),
  NEXTAUTH_SECRET: text(),
  SMTP_URL: text(),
  MAIL_FROM: text(),
});

export type Settings = z.output<typeof Settings>;

/** The environment and the files .env.local and .env, of which the environment wins. */
export function readSettings(): Settings {
  for (const name of [".env.local", ".env"]) {
    const file = join(PROJECT, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
  const parsed = Settings.safeParse(process.env);
  if (parsed.success) {
    checkMail(parsed.data);
    return { ...parsed.data, PORTAL_DATA_DIR: resolve(PROJECT, parsed.data.PORTAL_DATA_DIR) };
  }
  const name = String(parsed.error.issues[0]?.path[0]);
  throw new Problem("start.setting", { name, value: process.env[name] ?? "" });
}
