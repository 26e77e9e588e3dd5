import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/domain/access/scope";
import { type MadeOfficer, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { writeAudit } from "./audit";
import { type Tx, transaction } from "./db";

const owner = ownerClient();
let officer: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  officer = await makeOfficer(owner, { role: "health", unit: await makeCommune(owner) });
});
afterAll(() => owner.end());

const line = (command: string) => ({ actor: officer, command, result: "done", note: {} });
const within = <T>(run: (tx: Tx) => Promise<T>) => transaction(scopeOf(officer), run);

async function written(command: string): Promise<number> {
  const { rowCount } = await owner.query("select 1 from audit_entry where command = $1", [command]);
  return rowCount ?? 0;
}

describe("a transaction", () => {
  it("keeps what was written last, though nobody waited for it", async () => {
    await within(async (tx) => writeAudit(tx, line("kept.one"), line("kept.one")));
    expect(await written("kept.one")).toBe(2);
  });

  it("is taken back as a whole when what was written last fails, and says why", async () => {
    const failing = within(async (tx) => {
      writeAudit(tx, line("lost.one"));
      tx.last("insert into audit_entry (id) values ($1)", ["no id"]);
    });
    await expect(failing).rejects.toMatchObject({ code: "22P02" });
    expect(await written("lost.one")).toBe(0);
  });

  it("is no success when a failed statement was passed over", async () => {
    const passedOver = within(async (tx) => {
      writeAudit(tx, line("lost.two"));
      await tx.sql("select 1 / 0").catch(() => undefined);
      return "done";
    });
    await expect(passedOver).rejects.toThrow("failed before its end");
    expect(await written("lost.two")).toBe(0);
  });

  it("leaves neither settings nor an open transaction to whoever has the connection next", async () => {
    const settings = "select current_setting('app.officer', true) as officer, now() as begun";
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        within(async () => {
          if (at % 2) throw new Error("taken back");
        }).catch(() => undefined),
      ),
    );
    const moments = await Promise.all(
      Array.from({ length: 20 }, () =>
        transaction({ ...scopeOf(officer), "app.officer": "" }, (tx) =>
          tx.sql<{ officer: string }>(settings),
        ),
      ),
    );
    expect(new Set(moments.flat().map((row) => row.officer))).toEqual(new Set([""]));
  });

  it("goes on with another connection when the server has ended its own", async () => {
    const ended = within(async ({ sql }) => {
      const [own] = await sql<{ pid: number }>("select pg_backend_pid() as pid");
      await owner.query("select pg_terminate_backend($1)", [own?.pid]);
      await sql("select 1");
    });
    await expect(ended).rejects.toThrow();
    expect(await within(({ sql }) => sql("select 1 as one"))).toEqual([{ one: 1 }]);
  });

  it("answers statements that are under way at once in their order", async () => {
    const asked = Array.from({ length: 50 }, (_, at) => at);
    const answers = await within(({ sql }) =>
      Promise.all(asked.map((at) => sql<{ at: number }>("select $1::int as at", [at]))),
    );
    expect(answers.flat().map((row) => row.at)).toEqual(asked);
  });
});
