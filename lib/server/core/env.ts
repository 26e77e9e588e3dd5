import "server-only";
import { z } from "zod";

const Environment = z.object({
  /** The application's login: owns nothing, can't bypass row-level security. */
  APP_DATABASE_URL: z.string().min(1),
  /** Connections of one process. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  NODE_ENV: z.string().default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

let parsed: z.output<typeof Environment> | undefined;

/** The environment, checked at first use (a build has none). */
export function env(): z.output<typeof Environment> {
  parsed ??= Environment.parse(process.env);
  return parsed;
}
