import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withConnection } from "./connection";
import { type EmbeddedDatabase, startDisposableDatabase } from "./embedded";

let root: string;
let database: EmbeddedDatabase;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "portal-cluster-"));
  database = await startDisposableDatabase(root);
});
afterAll(async () => {
  await database.cluster.child.stop();
  rmSync(root, { recursive: true });
});

const run = (statements: string) =>
  withConnection(database.ownerUrl, (owner) => owner.query(statements));
const ask = async (statement: string) => (await run(statement)).rows[0];

it("has an owner without more rights than a managed server gives", async () => {
  const rights =
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user";
  expect(await ask(rights)).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: true });
});

it("folds case and sorts the same on every machine", async () => {
  expect(await ask("select lower('ĐẶNG') as lower, 'z' < 'á' as by_code")).toEqual({
    lower: "đặng",
    by_code: true,
  });
});

it("keeps its data when it is killed, though its number was given away meanwhile", async () => {
  // What is thrown away after tests doesn't wait for the disk; this row does.
  await run("set synchronous_commit = on; create table kept as select 1 as one");
  process.kill(database.cluster.child.pid, "SIGKILL");
  await database.cluster.child.ended;
  const note = join(root, "postgres/18/postmaster.pid");
  expect(existsSync(note)).toBe(true);
  writeFileSync(note, `${process.pid}\n${root}\n`);
  database.cluster = await database.restart();
  expect(await ask("select one from kept")).toEqual({ one: 1 });
});

/** The same database by the loopback address, which is there beside the socket. */
function loopback(): URL {
  const socket = new URL(database.ownerUrl);
  if (socket.hostname) return socket;
  const where = (name: string) => socket.searchParams.get(name);
  const login = `${where("user")}:${where("password")}`;
  return new URL(`postgresql://${login}@127.0.0.1:${where("port")}${socket.pathname}`);
}

it("is reached by a socket and by the loopback address", async () => {
  const ask = (url: string) =>
    withConnection(url, async (client) => (await client.query("select 1 as one")).rows);
  expect(await ask(database.ownerUrl)).toEqual([{ one: 1 }]);
  expect(await ask(loopback().href)).toEqual([{ one: 1 }]);
  const nowhere = new URL(database.ownerUrl);
  nowhere.searchParams.set("host", "/nowhere");
  await expect(ask(nowhere.href)).rejects.toMatchObject({ code: "database.unreachable" });
});

it("says what is wrong with an address in words of its own", async () => {
  const of = (change: (url: URL) => void) => {
    const url = loopback();
    change(url);
    return withConnection(url.href, async () => undefined);
  };
  const wrong = (code: string) => expect.objectContaining({ code });
  await expect(of((url) => (url.password = "wrong"))).rejects.toEqual(
    wrong("database.badPassword"),
  );
  await expect(of((url) => (url.pathname = "/none"))).rejects.toEqual(wrong("database.missing"));
  await expect(of((url) => (url.port = "1"))).rejects.toEqual(wrong("database.unreachable"));
  await expect(of((url) => (url.search = "sslmode=require&uselibpqcompat=true"))).rejects.toEqual(
    wrong("database.encryption"),
  );
  await expect(withConnection("mysql://x", async () => 1)).rejects.toEqual(
    wrong("database.badAddress"),
  );
});
