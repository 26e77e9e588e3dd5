import "server-only";
import { z } from "zod";

/** An empty variable counts as not set. */
function unlessEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}

const Environment = z.object({
  /** The application's login: owns nothing, can't bypass row-level security. */
  APP_DATABASE_URL: z.string().min(1),
  /** Connections of one process. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** The registry's gateway, asked instead of the snapshot in the database. */
  REGISTRY_GATEWAY_URL: unlessEmpty(z.url({ protocol: /^https?$/ }).optional()),
  REGISTRY_GATEWAY_TOKEN: unlessEmpty(z.string().optional()),
  /** Questions a second and at once of one process, and milliseconds until one has failed. */
  REGISTRY_GATEWAY_RATE: unlessEmpty(z.coerce.number().positive().max(10_000).default(20)),
  REGISTRY_GATEWAY_CONCURRENCY: unlessEmpty(z.coerce.number().int().min(1).max(256).default(8)),
  REGISTRY_GATEWAY_TIMEOUT_MS: unlessEmpty(z.coerce.number().int().min(100).default(10_000)),
  /** The server that digests are mailed through; nothing is mailed without. */
  SMTP_URL: unlessEmpty(z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: unlessEmpty(z.string().includes("@").optional()),
  /** The address that people open: links in mails begin with it. */
  NEXTAUTH_URL: unlessEmpty(z.url({ protocol: /^https?$/ }).optional()),
});

let parsed: z.output<typeof Environment> | undefined;

/** The environment, checked at first use (a build has none). */
export function env(): z.output<typeof Environment> {
  parsed ??= Environment.parse(process.env);
  return parsed;
}
