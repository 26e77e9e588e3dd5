import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/prisma/factories/database";
import { ownerClient } from "@/prisma/factories/owner";

const application = new pg.Client({ connectionString: testDatabase().appUrl });
const owner = ownerClient();

beforeAll(async () => {
  await application.connect();
  await owner.connect();
});
afterAll(async () => {
  await application.end();
  await owner.end();
});

async function names(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(text);
  return rows.map((row) => row.name);
}

/** The login itself and every role whose rights it has. */
const ITS_ROLES = "select oid from pg_roles where pg_has_role(current_user, oid, 'member')";

describe("the application's login", () => {
  it("has no power over row-level security, neither itself nor through a role", async () => {
    const powerful = await names(
      application,
      `select rolname as name from pg_roles where oid in (${ITS_ROLES})
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    expect(powerful).toEqual([]);
  });

  it("owns nothing", async () => {
    const owned = await names(
      application,
      `select relname as name from pg_class where relowner in (${ITS_ROLES})
       union all select proname from pg_proc where proowner in (${ITS_ROLES})
       union all select nspname from pg_namespace where nspowner in (${ITS_ROLES})
       union all select datname from pg_database where datdba in (${ITS_ROLES})`,
    );
    expect(owned).toEqual([]);
  });

  it.each([
    ["the hash of a password", "select password_hash from officer"],
    ["an officer's e-mail address", "select email from officer"],
    ["a whole officer", "select * from officer"],
    ["sessions", "select 1 from session"],
    ["one-time links", "select 1 from invite"],
    ["failed attempts to sign in", "select 1 from sign_in_attempt"],
    ["the registry's keys", "select 1 from person_key"],
    ["the log of the registry's reading", "select 1 from registry_read"],
  ])("can't read %s", async (_, text) => {
    await expect(application.query(text)).rejects.toMatchObject({ code: "42501" });
  });

  it.each([
    ["change the log", "update audit_entry set result = 'done'"],
    ["shorten the log", "delete from audit_entry"],
    ["change a task's history", "update task_event set comment = ''"],
    ["forget who read the registry", "delete from registry_access"],
    ["delete a record", "delete from record"],
    ["set a password", "update officer set password_hash = 'x'"],
    ["set an e-mail address", "update officer set email = 'a@example.vn'"],
    ["move an officer to another unit", "update officer set unit_path = '1.'"],
    ["promote an officer", "update officer set role = 'admin'"],
    ["add a person to the registry", "insert into person (id) values (gen_random_uuid())"],
    ["change a figure", "update progress_count set people = 0"],
    ["rename a unit", "update unit set name = 'x'"],
    ["empty a table", "truncate record"],
    ["lift the policies", "alter table record disable row level security"],
    ["make a table", "create table public.mine ()"],
    ["become the owner", "set role postgres"],
  ])("can't %s", async (_, text) => {
    await expect(application.query(text)).rejects.toMatchObject({ code: "42501" });
  });

  it("can't read a scoped table with row-level security off", async () => {
    await application.query("begin; set local row_security = off");
    await expect(application.query("select 1 from record")).rejects.toMatchObject({
      code: "42501",
    });
    await application.query("rollback");
  });
});

describe("functions with the owner's rights", () => {
  const DEFINERS = `select p.proname as name from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef`;

  it("look for tables in one schema only, whatever the caller has set", async () => {
    const open = `${DEFINERS} and not coalesce(p.proconfig::text, '') like '%search_path=public, pg_temp%'`;
    expect(await names(owner, DEFINERS)).toContain("session_actor");
    expect(await names(owner, open)).toEqual([]);
  });

  it("are granted by name, not to everybody", async () => {
    const everybody = `${DEFINERS} and exists (
      select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0)`;
    expect(await names(owner, everybody)).toEqual([]);
  });
});
