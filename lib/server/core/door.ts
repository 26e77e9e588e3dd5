import "server-only";
import { ZodError } from "zod";
import type { ErrorParams, FieldProblem, Refusal } from "@/lib/domain/access/error-code";
import { AppError } from "./error";
import { newReference } from "./id";
import { log } from "./log";

/** The class of PostgreSQL errors that mean "somebody else was faster". */
const LOST_RACE = new Set(["40001", "40P01", "23505"]);

/** "Not a UUID": whoever made up an address gets the same answer as for one that isn't there. */
const MALFORMED_ID = "22P02";

export function isMalformedId(error: unknown): boolean {
  return sqlState(error) === MALFORMED_ID;
}

export function isLostRace(error: unknown): boolean {
  return LOST_RACE.has(sqlState(error) ?? "");
}

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

function fieldsOf(error: ZodError): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    // A message of our own is a code; zod's own are English sentences.
    const code = /^[a-zA-Z]+$/.test(issue.message) ? issue.message : "invalid";
    const params = issue.code === "custom" ? (issue.params as ErrorParams | undefined) : undefined;
    fields[name] ??= { code, params };
  }
  return fields;
}

/** Turns anything thrown inside a door into its answer; the inside of an accident goes to the log only. */
export function refusalOf(error: unknown, door: string): Refusal {
  if (error instanceof AppError) {
    return { code: error.code, reason: error.reason, params: error.params };
  }
  if (error instanceof ZodError) return { code: "INVALID", fields: fieldsOf(error) };
  if (isMalformedId(error)) return { code: "NOT_FOUND" };
  if (isLostRace(error)) return { code: "CONFLICT", reason: "race" };
  const reference = newReference();
  // Messages of the database may quote values, so only the kind and the place are kept.
  const place =
    error instanceof Error ? error.stack?.split("\n").slice(1, 6).join("\n") : undefined;
  const kind = error instanceof Error ? error.name : typeof error;
  log().error({ reference, door, kind, sqlState: sqlState(error), place }, "unexpected");
  return { code: "UNEXPECTED", reference };
}
