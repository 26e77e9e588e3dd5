import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addWorkingDays } from "@/lib/domain/units/work-calendar";
import { type MadeOfficer, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { calendarOf, withDay } from "@/prisma/factories/days";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  type Station,
  taskNow,
  type Wish,
} from "@/prisma/factories/tasks";
import { recordContact } from "./contact";
import { getContacts } from "./contact-queries";
import { cannotFind, giveUp } from "./propose";

/** Nobody can be told from it: the hamlet team looks first. */
const NOBODY: Wish = { record: { idNumber: "", address: "Ấp 3" }, person: null };

const owner = ownerClient();
let station: Station;
let team: MadeOfficer;
let otherTeam: MadeOfficer;
let strangers: MadeOfficer;
let toSurvey: () => MadeTask;
let toVerify: () => MadeTask;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune: unit } = station;
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  const other = await makeHamlet(owner, unit, "Ấp 4");
  team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  otherTeam = await makeOfficer(owner, { role: "hamlet", unit, hamlet: other });
  strangers = (await makeStation(owner)).health;
  toSurvey = oneByOne(await makeTasks(owner, station, Array(12).fill(NOBODY)));
  toVerify = oneByOne(await makeTasks(owner, station, Array(4).fill(OTHER_NAME)));
});
afterAll(() => owner.end());

const CALL = { kind: "phone", outcome: "noAnswer" };
const VISIT = { kind: "visit", outcome: "notHome", note: "Hàng xóm nói đi làm xa" };
const of = ({ id, version }: MadeTask, more: object) => ({ taskId: id, version, ...more });
const contact = (by: MadeOfficer, task: MadeTask, more: object = VISIT) =>
  recordContact.as(by, of(task, more));

async function dayFromNow(days: number): Promise<string> {
  const { rows } = await owner.query<{ day: string }>(
    "select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::int)::text as day",
    [days],
  );
  return rows[0]?.day ?? "";
}

/** Three attempts, as they are made on three days. */
async function useUp(task: MadeTask, by: MadeOfficer): Promise<void> {
  for (const kind of ["phone", "visit", "formerResidence"]) {
    const outcome = kind === "phone" ? "noAnswer" : "unknownPerson";
    expect(await contact(by, task, { kind, outcome })).toMatchObject({ ok: true });
  }
}

describe("an attempt to reach the person", () => {
  it("is kept with its outcome, and is no step: the version stays", async () => {
    const task = toSurvey();
    expect(task.state).toBe("surveying");
    expect(await contact(team, task)).toMatchObject({ data: { attempts: 1 } });
    expect(await taskNow(owner, task.id)).toMatchObject({
      version: task.version,
      state: "surveying",
    });
    const seen = await getContacts.as(station.health, task.id);
    expect(seen).toMatchObject({ attempts: 1, needed: 3, left: 2, mayRecord: true });
    expect(seen.lines).toMatchObject([{ ...VISIT, counted: true, name: team.fullName }]);
  });

  it("counts once a day and way, and is told in full, the newest first", async () => {
    const task = toSurvey();
    await contact(team, task, CALL);
    expect(await contact(station.health, task, CALL)).toMatchObject({ data: { attempts: 1 } });
    expect(await contact(team, task)).toMatchObject({ data: { attempts: 2 } });
    const { lines } = await getContacts.as(team, task.id);
    expect(lines.map((line) => [line.kind, line.counted])).toEqual([
      ["visit", true],
      ["phone", false],
      ["phone", true],
    ]);
  });

  it("counts all that came at once, each way once", async () => {
    const task = toSurvey();
    await Promise.all(Array.from({ length: 6 }, () => contact(team, task, CALL)));
    expect(await getContacts.as(team, task.id)).toMatchObject({ attempts: 1 });
  });

  it("doesn't need the newest version: it is never lost because the task moved", async () => {
    const task = toSurvey();
    const later = { ...task, version: task.version + 7 };
    expect(await contact(team, later)).toMatchObject({ ok: true });
  });

  it("is for whoever has the task", async () => {
    const [survey, verify] = [toSurvey(), toVerify()];
    const wrong = { error: { code: "RULE", reason: "wrongForce" } };
    expect(await contact(station.police, survey)).toMatchObject(wrong);
    expect(await contact(station.health, verify)).toMatchObject(wrong);
    expect(await contact(station.police, verify, CALL)).toMatchObject({ ok: true });
    const forbidden = await contact(station.coordinator, verify);
    expect(forbidden).toMatchObject({ error: { code: "FORBIDDEN" } });
  });

  it("is not there for another hamlet or commune", async () => {
    const task = toSurvey();
    await contact(team, task);
    for (const stranger of [otherTeam, strangers]) {
      expect(await contact(stranger, task)).toMatchObject({ error: { code: "NOT_FOUND" } });
      await expect(getContacts.as(stranger, task.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is asked for in words that fit together", async () => {
    const task = toSurvey();
    const odd = await contact(team, task, { kind: "visit", outcome: "wrongNumber" });
    expect(odd).toMatchObject({ error: { fields: { outcome: { code: "contactMismatch" } } } });
  });

  it("may end in an appointment, for which the task waits", async () => {
    const task = toSurvey();
    // Agreed on for a day off, it is back on the list when somebody looks at it.
    const appointmentOn = await dayFromNow(5);
    const until = await withDay(owner, { day: appointmentOn, working: false }, async () => {
      const done = await contact(team, task, { ...VISIT, appointmentOn, hold: true });
      const later = addWorkingDays(appointmentOn, 1, await calendarOf(owner));
      expect(done).toMatchObject({ ok: true, data: { until: later } });
      return later;
    });
    const { rows } = await owner.query(
      "select state, force, wait_reason, wait_until::text, resume_to from task where id = $1",
      [task.id],
    );
    expect(rows).toEqual([
      {
        state: "waiting",
        force: "hamlet",
        wait_reason: "appointment",
        wait_until: until,
        resume_to: "surveying",
      },
    ]);
    expect((await getContacts.as(team, task.id)).lines).toMatchObject([{ appointmentOn }]);
    // The team comes by earlier than agreed: still an attempt of theirs.
    expect(await contact(team, task, CALL)).toMatchObject({ data: { attempts: 2 } });
  });

  it("has no appointment in the past, and none of a day that nobody gave", async () => {
    const task = toSurvey();
    const past = await contact(team, task, { ...VISIT, appointmentOn: await dayFromNow(0) });
    const fields = { appointmentOn: { code: "appointmentPast" } };
    expect(past).toMatchObject({ error: { code: "INVALID", fields } });
    const none = await contact(team, task, { ...VISIT, hold: true, appointmentOn: "" });
    expect(none).toMatchObject({
      error: { fields: { appointmentOn: { code: "appointmentMissing" } } },
    });
    expect(await getContacts.as(team, task.id)).toMatchObject({ attempts: 0, lines: [] });
  });
});

describe("not enough information", () => {
  const propose = (task: MadeTask, proposed: string) =>
    cannotFind.as(team, of(task, { proposed, comment: "Không ai biết người này" }));

  it("is proposed after every attempt, and then waits for whoever approves", async () => {
    const task = toSurvey();
    const early = await propose(task, "insufficient");
    expect(early).toMatchObject({ error: { code: "RULE", reason: "attemptsUsed" } });
    await useUp(task, team);
    expect(await propose(task, "insufficient")).toMatchObject({ data: { state: "approving" } });
    const { rows } = await owner.query(
      "select state, force, proposed, resume_to, acted_by, evidence from task where id = $1",
      [task.id],
    );
    expect(rows).toMatchObject([
      {
        force: "approver",
        proposed: "insufficient",
        resume_to: "surveying",
        acted_by: [team.officerId],
      },
    ]);
    expect(Object.keys(rows[0].evidence)).toEqual(
      expect.arrayContaining(["fullName", "birthDate", "sex", "address"]),
    );
    expect(rows[0].evidence).not.toHaveProperty("idNumber");
  });

  it("asks for as many attempts as are configured", async () => {
    const task = toSurvey();
    await contact(team, task);
    await owner.query("insert into setting (name, value) values ('attemptsNeeded', '1')");
    const done = await propose(task, "insufficient");
    await owner.query("delete from setting where name = 'attemptsNeeded'");
    expect(done).toMatchObject({ data: { state: "approving" } });
  });

  it("is not asked of somebody who has died", async () => {
    expect(await propose(toSurvey(), "deceased")).toMatchObject({ data: { state: "approving" } });
  });

  it("is given up by police, who have the task", async () => {
    const task = toVerify();
    const input = of(task, { proposed: "insufficient", comment: "Không xác định được là ai" });
    expect(await giveUp.as(station.health, input)).toMatchObject({ error: { code: "FORBIDDEN" } });
    const early = await giveUp.as(station.police, input);
    expect(early).toMatchObject({ error: { reason: "attemptsUsed" } });
    await useUp(task, station.police);
    expect(await giveUp.as(station.police, input)).toMatchObject({ data: { state: "approving" } });
  });

  it("can't be another closing, and not of another force's task", async () => {
    const task = toVerify();
    const wrong = await giveUp.as(
      station.police,
      of(task, { proposed: "corrected", comment: "abc" }),
    );
    expect(wrong).toMatchObject({ error: { fields: { proposed: { code: "proposedMissing" } } } });
    const other = await cannotFind.as(
      station.police,
      of(task, { proposed: "deceased", comment: "Đã mất" }),
    );
    expect(other).toMatchObject({ error: { code: "RULE", reason: "wrongState" } });
  });
});
