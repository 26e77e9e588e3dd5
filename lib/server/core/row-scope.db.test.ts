import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import { scopeOf } from "@/lib/domain/access/scope";
import {
  type MadeCommune,
  type MadeHamlet,
  type MadeOfficer,
  makeCommune,
  makeHamlet,
  makeOfficer,
} from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  listScopedTables,
  makeScopedRows,
  type RowKey,
  textOf,
} from "@/prisma/factories/scoped-rows";
import { type Sql, transaction } from "./db";
import { OFFICE_TABLES, OWN_TABLES, PRIVATE_TABLES } from "./scoped-tables.fixture";

interface Place {
  commune: MadeCommune;
  hamlet: MadeHamlet;
  rows: Map<string, RowKey>;
}

const owner = ownerClient();
let here: Place;
let there: Place;
let tables: string[];
let health: MadeOfficer;

async function makePlace(): Promise<Place> {
  const commune = await makeCommune(owner);
  const hamlet = await makeHamlet(owner, commune);
  return { commune, hamlet, rows: await makeScopedRows(owner, commune, hamlet) };
}

beforeAll(async () => {
  await owner.connect();
  here = await makePlace();
  there = await makePlace();
  tables = (await listScopedTables(owner)).filter((table) => !OWN_TABLES.includes(table));
  health = await makeOfficer(owner, { role: "health", unit: here.commune });
});
afterAll(() => owner.end());

function as<T>(actor: Actor, run: (sql: Sql) => Promise<T>): Promise<T> {
  return transaction(scopeOf(actor), ({ sql }) => run(sql));
}

function keyOf(place: Place, table: string): RowKey {
  const key = place.rows.get(table);
  if (!key) throw new Error(`no row in ${table}`);
  return key;
}

/** Rows that a statement without any condition on the place finds, by their keys. */
async function list(sql: Sql, table: string): Promise<RowKey[]> {
  const columns = Object.keys(keyOf(here, table)).map(textOf);
  return sql<RowKey>(`select ${columns} from "${table}"`);
}

async function hasRow(sql: Sql, table: string, key: RowKey): Promise<boolean> {
  const conditions = Object.keys(key).map((name, at) => `"${name}" = $${at + 1}`);
  const rows = await sql(
    `select 1 from "${table}" where ${conditions.join(" and ")}`,
    Object.values(key),
  );
  return rows.length > 0;
}

async function seenOf(actor: Actor, place: Place): Promise<string[]> {
  return as(actor, async (sql) => {
    const seen: string[] = [];
    for (const table of tables) if (await hasRow(sql, table, keyOf(place, table))) seen.push(table);
    return seen;
  });
}

const sharedTables = () => tables.filter((table) => !OWN_TABLES.includes(table));
const peopleTables = () => sharedTables().filter((table) => !OFFICE_TABLES.includes(table));

describe("an officer of one commune", () => {
  it("sees every kind of row of their own commune", async () => {
    expect(await seenOf(health, here)).toEqual(sharedTables());
  });

  it("sees nothing of what is a colleague's own", async () => {
    const seen = await seenOf(health, here);
    expect(OWN_TABLES.filter((table) => seen.includes(table))).toEqual([]);
    const colleague = { ...health, officerId: keyOf(here, "officer").id ?? "" };
    expect(await seenOf(colleague, here)).toEqual(tables);
  });

  it("finds no row of another commune by its very key", async () => {
    expect(await seenOf(health, there)).toEqual([]);
  });

  it("lists and counts no row of another commune without any condition", async () => {
    await as(health, async (sql) => {
      for (const table of sharedTables()) {
        const seen = await list(sql, table);
        expect(seen, table).toContainEqual(keyOf(here, table));
        expect(seen, table).not.toContainEqual(keyOf(there, table));
        const [counted] = await sql<{ n: number }>(`select count(*) as n from "${table}"`);
        expect(counted?.n, table).toBe(seen.length);
      }
    });
  });

  it("changes no row of another commune", async () => {
    const record = keyOf(there, "record");
    const changed = await as(health, (sql) =>
      sql("update record set address = 'x' where id = $1 returning id", [record.id]),
    );
    expect(changed).toEqual([]);
  });

  it("can't put a row of their own into another commune, or make one there", async () => {
    const refused = { code: "42501" };
    const { id } = keyOf(here, "record");
    const moving = as(health, (sql) =>
      sql("update record set unit_path = $2 where id = $1", [id, there.commune.path]),
    );
    await expect(moving).rejects.toMatchObject(refused);
    const making = as(health, (sql) =>
      sql("insert into dose (id, record_id) values (gen_random_uuid(), $1)", [
        keyOf(there, "record").id,
      ]),
    );
    await expect(making).rejects.toMatchObject(refused);
  });
});

describe("a range of paths", () => {
  it("ends before a unit whose id only begins like the officer's own", async () => {
    const { id, path, province } = here.commune;
    const longer = {
      id: `${id}0`,
      code: `${id}0`,
      name: "x",
      level: "commune" as const,
      path: `${province.path}${id}0.`,
    };
    await owner.query(
      "insert into unit (id, code, name, folded_name, level, valid_from, path) values ($1, $1, 'x', 'x', 'commune', now(), $2)",
      [longer.id, longer.path],
    );
    const neighbour = await makeOfficer(owner, { role: "health", unit: longer });
    const seen = await as(health, (sql) => hasRow(sql, "officer", { id: neighbour.officerId }));
    expect({ seen, path }).toEqual({ seen: false, path: health.unitPath });
  });

  it("holds every commune below a province", async () => {
    const coordinator = await makeOfficer(owner, {
      role: "coordinator",
      unit: here.commune.province,
    });
    expect(await seenOf(coordinator, here)).toEqual(
      tables.filter((table) => !PRIVATE_TABLES.includes(table)),
    );
    expect(await seenOf(coordinator, there)).toEqual([]);
  });
});

describe("roles that work on no records", () => {
  it.each(["leader", "admin", "auditor"] as const)(
    "%s sees no row about a person",
    async (role) => {
      const officer = await makeOfficer(owner, { role, unit: here.commune.province });
      const offices = role === "admin" ? [...OFFICE_TABLES, "practice_result"] : OFFICE_TABLES;
      expect(await seenOf(officer, here)).toEqual(
        tables.filter((table) => offices.includes(table)),
      );
      await as(officer, async (sql) => {
        for (const table of peopleTables()) expect(await list(sql, table), table).toEqual([]);
      });
    },
  );

  it("leaders see the figures' lines of their area, which hold nothing personal", async () => {
    const leader = await makeOfficer(owner, { role: "leader", unit: here.commune });
    const lines = await as(leader, (sql) =>
      sql<Record<string, unknown>>("select * from progress_line"),
    );
    expect(lines.map((line) => line.task_id)).toEqual([keyOf(here, "task").id]);
    const personal = [
      "full_name",
      "birth_date",
      "id_number",
      "phone",
      "address",
      "insurance_number",
      "sex",
    ];
    expect(Object.keys(lines[0] ?? {}).filter((name) => personal.includes(name))).toEqual([]);
  });
});

describe("a hamlet team", () => {
  it("sees the records and tasks on its own list, and nothing of the registry", async () => {
    const { commune, hamlet } = here;
    const officer = await makeOfficer(owner, { role: "hamlet", unit: commune, hamlet });
    const seen = await seenOf(officer, here);
    expect(seen.filter((table) => peopleTables().includes(table))).toEqual([
      "record",
      "task",
      "worksheet",
      "result_sheet",
      "carried_task",
      "contact_attempt",
      "record_word",
      "result_row",
      "system_report",
      "task_assignment",
      "task_event",
      "task_note",
      "transfer",
      "worksheet_line",
    ]);
  });

  it("sees nothing of another hamlet of the same commune", async () => {
    const { commune } = here;
    const hamlet = await makeHamlet(owner, commune, "Ấp 4");
    const officer = await makeOfficer(owner, { role: "hamlet", unit: commune, hamlet });
    const seen = await seenOf(officer, here);
    expect(seen.filter((table) => peopleTables().includes(table))).toEqual([]);
  });

  it("sees no one when no hamlet was named", async () => {
    const officer = await makeOfficer(owner, { role: "hamlet", unit: here.commune });
    const seen = await seenOf(officer, here);
    expect(seen.filter((table) => peopleTables().includes(table))).toEqual([]);
  });
});
