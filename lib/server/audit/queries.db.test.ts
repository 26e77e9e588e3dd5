import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MadeCommune, makeCommune, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import { type AuditLine, listAudit } from "./queries";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function write(commune: MadeCommune, entry: { command: string; result: string; at: string }) {
  const officer = await makeOfficer(owner, { role: "health", unit: commune });
  const id = v7();
  await owner.query(
    `insert into audit_entry (id, at, officer_id, unit_path, command, result, detail)
     values ($1, $2, $3, $4, $5, $6, '{"reference": "7F3K"}')`,
    [id, entry.at, officer.officerId, commune.path, entry.command, entry.result],
  );
  return { id, username: officer.username };
}

const ids = (lines: AuditLine[]) => lines.map((line) => line.id);

it("lists the newest first, and only what happened in the area", async () => {
  const commune = await makeCommune(owner);
  const auditor = await makeOfficer(owner, { role: "auditor", unit: commune.province });
  const old = await write(commune, {
    command: "task.submit",
    result: "done",
    at: "2026-11-01T08:00:00Z",
  });
  const recent = await write(commune, {
    command: "task.return",
    result: "RULE",
    at: "2026-11-02T08:00:00Z",
  });
  await write(await makeCommune(owner), {
    command: "task.submit",
    result: "done",
    at: "2026-11-03T08:00:00Z",
  });
  const { rows, previous, next } = await listAudit.as(auditor, {});
  expect(ids(rows)).toEqual([recent.id, old.id]);
  expect([previous, next]).toEqual([null, null]);
  expect(rows[0]).toMatchObject({
    username: recent.username,
    unitName: commune.name,
    reference: "7F3K",
  });
  expect(ids((await listAudit.as(auditor, { result: "refused" })).rows)).toEqual([recent.id]);
  expect(ids((await listAudit.as(auditor, { command: "task.submit" })).rows)).toEqual([old.id]);
});

it("goes through entries of the same moment in pages, each once, and back again", async () => {
  const commune = await makeCommune(owner);
  const auditor = await makeOfficer(owner, { role: "auditor", unit: commune });
  await owner.query(
    `insert into audit_entry (id, at, unit_path, command, result)
     select gen_random_uuid(), timestamptz '2026-11-01 08:00:00.123456Z' + (n / 40) * interval '1 microsecond', $1, 'task.submit', 'done'
     from generate_series(1, 120) n`,
    [commune.path],
  );
  const first = await listAudit.as(auditor, {});
  const second = await listAudit.as(auditor, { after: first.next ?? "" });
  const third = await listAudit.as(auditor, { after: second.next ?? "" });
  const seen = [...ids(first.rows), ...ids(second.rows), ...ids(third.rows)];
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect(third.next).toBeNull();
  const back = await listAudit.as(auditor, { before: third.previous ?? "" });
  expect(ids(back.rows)).toEqual(ids(second.rows));
  const start = await listAudit.as(auditor, { before: back.previous ?? "" });
  expect(ids(start.rows)).toEqual(ids(first.rows));
  expect(start.previous).toBeNull();
});

it("is for those who may read it, and names no person", async () => {
  const commune = await makeCommune(owner);
  const health = await makeOfficer(owner, {
    role: "health",
    unit: commune,
    fullName: "Đỗ Thị Kín",
  });
  await expect(listAudit.as(health, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  const admin = await makeOfficer(owner, { role: "admin", unit: commune.province });
  await owner.query(
    "insert into audit_entry (id, officer_id, unit_path, command, result) values ($1, $2, $3, 'task.submit', 'done')",
    [v7(), health.officerId, commune.path],
  );
  const page = await listAudit.as(admin, {});
  expect(page.rows).toHaveLength(1);
  expect(JSON.stringify(page)).not.toContain(health.fullName);
});
