import pg from "pg";
import { Problem } from "../running/problem";

const OLDEST = 15;
const UNREACHABLE =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT|ECONNRESET|timeout/;

/** Which variable an address came from: said in the sentence. */
export type AddressName = "DATABASE_URL" | "APP_DATABASE_URL";

/** Runs `use` on one connection and closes it. Failures to connect become one clear sentence. */
export async function withConnection<T>(
  url: string,
  use: (client: pg.Client) => Promise<T>,
  name: AddressName = "DATABASE_URL",
): Promise<T> {
  const client = newClient(url, name);
  client.on("error", () => undefined); // told by the query that is under way
  try {
    await client.connect();
  } catch (error) {
    throw connectionProblem(error as pg.DatabaseError, client, name);
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Throws unless the server is new enough. */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  const found = rows[0]?.server_version ?? "";
  if (Number.parseInt(found, 10) < OLDEST) throw new Problem("database.tooOld", { found });
}

function newClient(url: string, name: AddressName): pg.Client {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error("not an address of PostgreSQL");
    return new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: "portal start",
    });
  } catch (cause) {
    throw new Problem("database.badAddress", { name }, { cause });
  }
}

function connectionProblem(error: pg.DatabaseError, client: pg.Client, name: AddressName): unknown {
  const where = {
    name,
    host: client.host,
    port: `${client.port}`,
    user: client.user ?? "",
    database: client.database ?? "",
  };
  const { code, message } = error;
  if (code === "28P01" || code === "28000")
    return new Problem("database.badPassword", where, { cause: error });
  if (code === "3D000") return new Problem("database.missing", where, { cause: error });
  if (code === "53300") return new Problem("database.tooManyConnections", where, { cause: error });
  if (/does not support SSL|SSL|certificate/i.test(message)) {
    return new Problem("database.encryption", { ...where, message }, { cause: error });
  }
  if (UNREACHABLE.test(`${code} ${message}`) || error instanceof AggregateError) {
    return new Problem("database.unreachable", where, { cause: error });
  }
  return error;
}

/** The same database for another login. */
export function withLogin(url: string, user: string, password: string): string {
  const address = new URL(url);
  if (address.hostname) {
    address.username = user;
    address.password = password;
  } else {
    // A socket's address has no place for a login before the host; the driver reads these instead.
    address.searchParams.set("user", user);
    address.searchParams.set("password", password);
  }
  return address.href;
}

/** The same server and login, another database. */
export function pathFor(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
