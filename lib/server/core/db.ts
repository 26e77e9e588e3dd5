import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { NO_SCOPE, type ScopeSettings } from "@/lib/domain/access/scope";
import { type Prisma, PrismaClient } from "@/prisma/generated/client/client";
import { env } from "./env";
import { prepared, preparedName } from "./prepared";

/** Plain SQL on the connection of the open transaction. Dates come as "yyyy-MM-dd", bigint as number. */
export type Sql = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

/** One transaction, seen by Prisma and by plain SQL alike. */
export interface Tx {
  db: Prisma.TransactionClient;
  sql: Sql;
  /** For COPY; everything else goes through `sql`. */
  connection: pg.ClientBase;
}

interface Opened {
  connection?: pg.PoolClient;
}

/** Tells the surrounding `transaction` which connection Prisma was given, so that SQL shares it. */
class TellingPool extends pg.Pool {
  readonly opened = new AsyncLocalStorage<Opened>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  // biome-ignore lint/suspicious/noConfusingVoidType: the library's own two ways to call it
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const store = this.opened.getStore();
    return super.connect().then((connection) => {
      if (store) store.connection = connection;
      return connection;
    });
  }
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

function open() {
  const pool = new TellingPool({
    connectionString: env().APP_DATABASE_URL,
    max: env().DATABASE_POOL,
    application_name: "portal",
  });
  pool.on("error", () => undefined); // a lost idle connection is replaced by the pool itself
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    omit: { officer: { passwordHash: true } },
  });
  return { pool, prisma };
}

// Next loads this module once for each kind of bundle, and again in development: the pool, and the
// store by which it tells of connections, are one for the process.
const held = globalThis as { portalDatabase?: ReturnType<typeof open> };

function database() {
  held.portalDatabase ??= open();
  return held.portalDatabase;
}

const SET_SCOPE = prepared(
  "select set_config('app.officer',$1,true), set_config('app.scope_from',$2,true), set_config('app.scope_to',$3,true)," +
    " set_config('app.record_from',$4,true), set_config('app.record_to',$5,true), set_config('app.hamlet',$6,true)",
);

function values(scope: ScopeSettings): string[] {
  return [
    scope["app.officer"],
    scope["app.scope_from"],
    scope["app.scope_to"],
    scope["app.record_from"],
    scope["app.record_to"],
    scope["app.hamlet"],
  ];
}

/**
 * Opens one transaction whose rows are limited to `scope`. Both doors, and jobs, pass through here;
 * nothing else may open a connection.
 */
export function transaction<T>(scope: ScopeSettings, run: (tx: Tx) => Promise<T>): Promise<T> {
  const store: Opened = {};
  const { pool, prisma } = database();
  return pool.opened.run(store, () =>
    prisma.$transaction(
      async (db) => {
        const connection = store.connection;
        if (!connection) throw new Error("transaction without a connection");
        const sql = sqlOn(connection);
        await sql(SET_SCOPE, values(scope));
        return run({ db, sql, connection });
      },
      { maxWait: 10_000, timeout: 120_000 },
    ),
  );
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
  return (await database().pool.query<Row>(statement)).rows;
}

/** Ends all connections: for the worker's end and for tests. */
export async function closeDatabase(): Promise<void> {
  const current = held.portalDatabase;
  held.portalDatabase = undefined;
  if (!current) return;
  await current.prisma.$disconnect();
  await current.pool.end().catch(() => undefined);
}
