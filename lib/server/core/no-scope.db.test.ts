import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_SCOPE, scopeOf } from "@/lib/domain/access/scope";
import {
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { testDatabase } from "@/prisma/factories/database";
import { ownerClient } from "@/prisma/factories/owner";
import { makeScopedRows } from "@/prisma/factories/scoped-rows";
import { callFunction, type Sql, transaction } from "./db";

const owner = ownerClient();
let tables: string[];
let health: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  const commune = await makeCommune(owner);
  const rows = await makeScopedRows(owner, commune, await makeHamlet(owner, commune));
  tables = [...rows.keys()];
  health = await makeOfficer(owner, { role: "health", unit: commune });
});
afterAll(() => owner.end());

const list = (sql: Sql, table: string) => sql(`select 1 as row from "${table}"`);

it("has policies on every table that the application may read, but for ten without people", async () => {
  const { rows } = await owner.query<{ relname: string }>(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and not c.relrowsecurity
       and has_any_column_privilege('portal_app', c.oid, 'select, insert, update') order by 1`,
  );
  expect(rows.map((row) => row.relname)).toEqual([
    "effort_measured",
    "match_model",
    "match_model_event",
    "progress_check",
    "progress_recount",
    "registry_snapshot",
    "setting",
    "unit",
    "unit_successor",
    "work_calendar",
  ]);
});

describe("a session without a scope", () => {
  const nothing = async (sql: Sql) => {
    for (const table of tables) expect(await list(sql, table), table).toEqual([]);
    for (const view of ["progress_line", "progress_record"]) {
      expect(await sql(`select 1 from ${view}`), view).toEqual([]);
    }
    for (const state of ["verifying", "correcting"]) {
      expect(await sql("select 1 from facilities_in_scope($1)", [state]), state).toEqual([]);
    }
  };

  it("sees no row when its settings are empty", () =>
    transaction(NO_SCOPE, ({ sql }) => nothing(sql)));

  it("inherits nothing from whoever had the connection before", async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction(scopeOf(health), ({ sql }) => list(sql, "record")),
      ),
    );
    const left = await Promise.all(
      Array.from({ length: 20 }, () => callFunction("select id from record", [])),
    );
    expect(left.flat()).toEqual([]);
  });

  it("sees no row when nothing was set at all", async () => {
    const client = new pg.Client({ connectionString: testDatabase().appUrl });
    await client.connect();
    await nothing(async (text, values) => (await client.query(text, values)).rows);
    await client.end();
  });
});
