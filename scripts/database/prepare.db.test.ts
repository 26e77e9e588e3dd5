import PgBoss from "pg-boss";
import { expect, it } from "vitest";
import { testDatabase } from "@/prisma/factories/database";
import { withConnection } from "./connection";
import { applyMigrations, migrationList } from "./migrations";
import { applicationUrl, prepareTables, takingTurns } from "./prepare";
import { checkLogin } from "./roles";

const { ownerUrl, appUrl } = testDatabase();
const asApplication = (statement: string) =>
  withConnection(appUrl, (client) => client.query(statement));

function withMigration(sql: string) {
  const list = migrationList();
  const migrationFile = { path: "migration.sql", content: { tag: "ok" as const, value: sql } };
  list.migrationDirectories.push({ path: "20991231000000_added", migrationFile });
  return list;
}

it("names the migration and the line that failed, leaves nothing of it, and takes the mended one", async () => {
  const broken = withMigration("create table half (id int);\n\ncreate tabel oops ();");
  await expect(applyMigrations(ownerUrl, broken)).rejects.toMatchObject({
    code: "database.migrationFailed",
    params: { name: "20991231000000_added" },
    detail: 'migration.sql:3: syntax error at or near "tabel"',
  });
  const mended = withMigration("create table half (id int);");
  expect(await applyMigrations(ownerUrl, mended)).toEqual({
    applied: ["20991231000000_added"],
    edited: [],
  });
});

it("tells of a migration that was edited after it had been applied", async () => {
  await applyMigrations(ownerUrl, withMigration("create table half (id int);"));
  const { edited } = await applyMigrations(
    ownerUrl,
    withMigration("create table half (id bigint);"),
  );
  expect(edited).toEqual(["20991231000000_added"]);
});

it("may be done again and again, by two starts at once", async () => {
  const once = () =>
    takingTurns(ownerUrl, (owner) => prepareTables(owner, { ownerUrl, queues: ["match"] }));
  await expect(Promise.all([once(), once()])).resolves.toHaveLength(2);
});

it("gives the application a login that owns nothing and makes nothing", async () => {
  await expect(checkLogin(appUrl)).resolves.toBeUndefined();
  await expect(asApplication("create table mine ()")).rejects.toThrow("permission denied");
  await expect(asApplication("alter table unit disable trigger all")).rejects.toThrow(
    "must be owner",
  );
  await expect(asApplication("set role portal_owner")).rejects.toThrow("permission denied");
});

it("refuses a login that could pass by the row scope", async () => {
  await expect(checkLogin(ownerUrl)).rejects.toMatchObject({ code: "database.loginTooStrong" });
});

it("makes a new password at each start", async () => {
  const login = { name: "portal_login_tried" };
  const make = () =>
    takingTurns(ownerUrl, (owner) => applicationUrl(owner, { ownerUrl, queues: [], login }));
  const first = await make();
  const second = await make();
  await expect(withConnection(first, async () => 1)).rejects.toMatchObject({
    code: "database.badPassword",
  });
  await expect(checkLogin(second)).resolves.toBeUndefined();
});

it("lets the worker take jobs with no right to make tables", async () => {
  const boss = new PgBoss({ connectionString: appUrl, migrate: false });
  await boss.start();
  const id = await boss.send("match", { runId: "x" });
  const [job] = await boss.fetch("match");
  expect(job?.id).toBe(id);
  await boss.complete("match", job?.id ?? "");
  await boss.stop({ graceful: false });
});
