import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setOwnEmail } from "@/lib/server/access/email";
import { countUnread, listDigests, readDigests } from "@/lib/server/directives/inbox";
import { setQuietHours } from "@/lib/server/directives/quiet-hours";
import { makeNation, makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  SLIP,
  type Station,
} from "@/prisma/factories/tasks";
import { remind } from "./remind";

const owner = ownerClient();
let station: Station;
let tasks: MadeTask[];
/** Thursday, ten in the morning in Viet Nam. */
const NOW = new Date("2026-12-03T03:00:00Z");
const at = (day: string) => new Date(`${day}T03:00:00Z`);

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  tasks = await makeTasks(owner, station, [SLIP, SLIP, SLIP, SLIP, SLIP, OTHER_NAME]);
});
afterAll(() => owner.end());

const change = (task: MadeTask | undefined, set: string) =>
  owner.query(`update task set ${set} where id = $1`, [task?.id]);

async function digestsOf(officer: { officerId: string }) {
  const { rows } = await owner.query<{ day: string; counts: object }>(
    "select day::text, counts from digest where officer_id = $1 order by day",
    [officer.officerId],
  );
  return rows;
}

describe("the digest of a day", () => {
  it("gathers what its officer can act on, once, with two workers at it", async () => {
    const [late, soon, later, back, meets] = tasks;
    await change(late, "due_on = '2026-12-02'");
    await change(soon, "due_on = '2026-12-04'");
    await change(later, "due_on = '2026-12-07'");
    await change(back, "due_on = '2026-12-20', unread_return = true");
    await change(
      meets,
      "due_on = '2026-12-01', state = 'waiting', resume_to = 'correcting', wait_reason = 'appointment'," +
        " wait_until = '2026-12-03', clock_stopped_at = now()",
    );
    const made = await Promise.all([remind(NOW), remind(NOW)]);
    expect(made[0] + made[1]).toBeGreaterThanOrEqual(3);
    const counts = { overdue: 1, dueSoon: 1, returned: 1, appointments: 1 };
    expect(await digestsOf(station.health)).toEqual([{ day: "2026-12-03", counts }]);
    expect(await remind(NOW)).toBe(0);
    expect(await digestsOf(station.health)).toHaveLength(1);
  });

  it("is read by its officer, and by nobody else", async () => {
    const [own] = await listDigests.as(station.health);
    expect(own).toMatchObject({ day: "2026-12-03", read: false });
    expect(own?.lines[0]).toEqual({ line: "overdue", count: 1 });
    const stranger = (await makeStation(owner)).health;
    expect(await listDigests.as(stranger)).toEqual([]);
    const colleague = await makeOfficer(owner, { role: "health", unit: station.commune });
    expect(await listDigests.as(colleague)).toEqual([]);
    await readDigests.as(colleague, { day: "2026-12-03" });
    expect((await listDigests.as(station.health))[0]).toMatchObject({ read: false });
    expect(await countUnread.as(colleague)).toBe(0);
    expect(await countUnread.as(station.health)).toBe(1);
    await readDigests.as(station.health, { day: "2026-12-03" });
    expect((await listDigests.as(station.health))[0]).toMatchObject({ read: true });
    expect(await countUnread.as(station.health)).toBe(0);
  });

  it("of a day without anything is kept, so that nobody counts again, and not shown", async () => {
    const idle = await makeOfficer(owner, { role: "health", unit: station.commune });
    await remind(NOW);
    expect(await digestsOf(idle)).toEqual([{ day: "2026-12-03", counts: {} }]);
    expect(await listDigests.as(idle)).toEqual([]);
  });

  it("tells an approver of what others did, and a coordinator of what nobody has decided", async () => {
    const wish = { role: "health", unit: station.commune, approver: true } as const;
    const approver = await makeOfficer(owner, wish);
    await change(tasks[2], "state = 'approving', force = 'approver', assignee_id = null");
    await owner.query(
      "update task set state = 'approving', force = 'approver', assignee_id = null, acted_by = array[$2]::uuid[] where id = $1",
      [tasks[3]?.id, approver.officerId],
    );
    await change(tasks[5], "escalated_at = now()");
    await remind(at("2026-12-04"));
    const of = async (officer: { officerId: string }) => (await digestsOf(officer)).at(-1)?.counts;
    expect(await of(approver)).toEqual({ approve: 1 });
    expect(await of(station.coordinator)).toEqual({ escalated: 1 });
  });

  it("is made neither on days off nor in the quiet hours", async () => {
    expect(await remind(at("2026-12-05"))).toBe(0);
    expect(await remind(new Date("2026-12-07T13:00:00Z"))).toBe(0);
    expect(await remind(at("2027-02-08"))).toBe(0);
    expect(await digestsOf(station.police)).not.toContainEqual(
      expect.objectContaining({ day: "2026-12-05" }),
    );
  });

  it("waits for the quiet hours that the centre has set", async () => {
    const admin = await makeOfficer(owner, { role: "admin", unit: await makeNation(owner) });
    await setQuietHours.as(admin, { from: "18", to: "9", version: 0 });
    expect(await remind(new Date("2026-12-08T01:15:00Z"))).toBe(0);
    expect(await remind(new Date("2026-12-08T02:15:00Z"))).toBeGreaterThan(0);
    // The setting is one for the whole database.
    await owner.query("delete from setting where name = 'quietHours'");
  });

  it("is not mailed where the portal has no mail server", async () => {
    await setOwnEmail.as(station.health, { email: "tram.y.te@example.vn" });
    await remind(at("2026-12-09"));
    const { rows } = await owner.query(
      "select mail_tries as tries, mailed_at, total > 0 as something from digest where officer_id = $1 and day = '2026-12-09'",
      [station.health.officerId],
    );
    expect(rows).toEqual([{ tries: 0, mailed_at: null, something: true }]);
  });
});
