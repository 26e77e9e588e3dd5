import "server-only";
import pino from "pino";

/** Whatever slips into a log line under these names is blotted out, to the third level. */
const PERSONAL = [
  ...[
    "fullName",
    "full_name",
    "foldedName",
    "folded_name",
    "idNumber",
    "id_number",
    "oldIds",
    "old_ids",
  ],
  ...["birthDate", "birth_date", "phone", "address", "insuranceNumber", "insurance_number"],
  ...["password", "passwordHash", "password_hash", "token", "tokenHash", "token_hash"],
  ...["cookie", "authorization", "secret"],
];

const HIDDEN = PERSONAL.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * Of an error, what it is and where it was thrown. Not its message: that of a database quotes the
 * row ("Key (id_number)=(…) already exists"), that of a parser what it read.
 */
function withoutWords(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const place = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, code, place };
}

/** A logger of structured lines, to standard output unless told otherwise. */
export function makeLogger(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    redact: { paths: HIDDEN, censor: "[…]" },
    serializers: { err: withoutWords, error: withoutWords },
  };
  return destination ? pino(options, destination) : pino(options);
}

let logger: pino.Logger | undefined;

/** Structured log on stdout; identifiers only, never a person's data. */
export function log(): pino.Logger {
  logger ??= makeLogger(process.env.LOG_LEVEL ?? "info");
  return logger;
}
