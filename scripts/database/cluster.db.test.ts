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

it("says what is wrong with an address in words of its own", async () => {
  const of = (change: (url: URL) => void) => {
    const url = new URL(database.ownerUrl);
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
