import "server-only";
import pino from "pino";

// Whatever slips into a log line under these names is blotted out.
const PERSONAL = [
  "fullName",
  "idNumber",
  "birthDate",
  "phone",
  "address",
  "insuranceNumber",
  "password",
  "token",
];

let logger: pino.Logger | undefined;

/** Structured log on stdout; identifiers only, never a person's data. */
export function log(): pino.Logger {
  logger ??= pino({
    level: process.env.LOG_LEVEL ?? "info",
    redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: "[…]" },
  });
  return logger;
}
