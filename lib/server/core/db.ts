import "server-only";
import pg from "pg";
import { NO_SCOPE, type ScopeSettings } from "@/lib/domain/access/scope";
import { env } from "./env";
import { preparedName } from "./prepared";

/** Plain SQL on the connection of the open transaction. Dates come as "yyyy-MM-dd", bigint as number. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** One transaction. */
export interface Tx {
  sql: Sql;
  /** Writes whose answer nobody needs: sent along with the commit, which fails when they do. */
  last(text: string, values: unknown[]): void;
  /** For the queue; everything else goes through `sql`. */
  connection: pg.ClientBase;
}

const DATE = 1082;
const BIGINT = 20;
const NUMERIC = 1700;
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === DATE) return (value: string) => value;
    if (oid === BIGINT || oid === NUMERIC) return Number;
    return format === "binary"
      ? pg.types.getTypeParser(oid, "binary")
      : pg.types.getTypeParser(oid, "text");
  },
} as pg.CustomTypesConfig;

function sqlOn(connection: pg.ClientBase): Sql {
  return async <Row extends object>(text: string, values: unknown[] = []) =>
    (await connection.query<Row>({ name: preparedName(text), text, values, types })).rows;
}

const LONGEST_WAIT_MS = 10_000;
const LONGEST_STATEMENT = "120s";

function open(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().APP_DATABASE_URL,
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    application_name: "portal",
    // What isn't waited for travels with what comes next: half of a small command is the way there and back.
    pipeline: true,
  });
  // A lost connection is replaced by the pool; whoever was using it is told by the failing statement.
  pool.on("error", () => undefined);
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  return pool;
}

// Next loads this module once for each kind of bundle, and again in development: the pool is one for
// the process.
const held = globalThis as { portalDatabase?: pg.Pool };

function database(): pg.Pool {
  held.portalDatabase ??= open();
  return held.portalDatabase;
}

/**
 * Each statement sees what is there when it begins, or all of them what was there at one instant. What
 * is written from a snapshot may fail because somebody was faster, and is then done again by its door.
 */
export type Reading = "statement" | "snapshot" | "snapshotToWrite";
const BEGIN: Record<Reading, string> = {
  statement: "begin",
  snapshot: "begin isolation level repeatable read, read only",
  snapshotToWrite: "begin isolation level repeatable read",
};

/** Opens a transaction and limits it, in one message: the answer to each costs as much as the work. */
function opening(connection: pg.ClientBase, scope: ScopeSettings, kind: Reading): string {
  const settings = { ...scope, ...LIMITS };
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${connection.escapeLiteral(value)}, true)`,
  );
  return `${BEGIN[kind]}; select ${set.join(", ")}`;
}

const LIMITS = {
  statement_timeout: LONGEST_STATEMENT,
  idle_in_transaction_session_timeout: LONGEST_STATEMENT,
};

/** Waited for at the end; should the transaction end before, its failure is no accident of its own. */
function unwaited<T>(sent: Promise<T>): Promise<T> {
  sent.catch(() => undefined);
  return sent;
}

/** A statement that failed and was passed over leaves nothing to commit: that is said, not hidden. */
async function commit(connection: pg.ClientBase): Promise<void> {
  const { command } = await connection.query("commit");
  if (command !== "COMMIT") throw new Error("the transaction had failed before its end");
}

/**
 * Opens one transaction whose rows are limited to `scope`. Both doors, and jobs, pass through here;
 * nothing else may open a connection.
 */
export async function transaction<T>(
  scope: ScopeSettings,
  run: (tx: Tx) => Promise<T>,
  kind: Reading = "statement",
): Promise<T> {
  const connection = await database().connect();
  const sql = sqlOn(connection);
  const along: Promise<unknown>[] = [unwaited(connection.query(opening(connection, scope, kind)))];
  let broken = false;
  try {
    const last: Tx["last"] = (text, values) => void along.push(unwaited(sql(text, values)));
    const done = await run({ sql, last, connection });
    await Promise.all([...along, commit(connection)]);
    return done;
  } catch (error) {
    await connection.query("rollback").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** Before any scope: sign-in and session look-up, which go through definer functions. */
export function unscoped<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(NO_SCOPE, run);
}

/** One statement through a definer function, without a transaction around it. */
export async function callFunction<Row extends object>(
  text: string,
  params: unknown[],
): Promise<Row[]> {
  const statement = { name: preparedName(text), text, values: params, types };
  return (await database().query<Row>(statement)).rows;
}

/** Ends all connections: for the worker's end and for tests. */
export async function closeDatabase(): Promise<void> {
  const current = held.portalDatabase;
  held.portalDatabase = undefined;
  await current?.end().catch(() => undefined);
}
