import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setOwnEmail } from "@/lib/server/access/email";
import { log } from "@/lib/server/core/log";
import { listDigests, readDigests } from "@/lib/server/directives/inbox";
import {
  type MadeCommune,
  type MadeOfficer,
  makeCommune,
  makeOfficer,
} from "@/prisma/factories/communes";
import { type MailServer, startMailServer } from "@/prisma/factories/mail-server";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks, SLIP } from "@/prisma/factories/tasks";
import { remind } from "./remind";

const owner = ownerClient();
let server: MailServer;
let commune: MadeCommune;
let address: string;
let made = 0;

const DAY = "2026-12-03";
/** Thursday, ten in the morning in Viet Nam. */
const NOW = new Date(`${DAY}T03:00:00Z`);
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

beforeAll(async () => {
  server = await startMailServer();
  // Before anything reads the environment: the job finds its server as a worker does.
  const MAIL_FROM = "Cổng làm sạch dữ liệu <nhacviec@example.vn>";
  const NEXTAUTH_URL = "https://cong.example.vn";
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM, NEXTAUTH_URL });
  await owner.connect();
  commune = await makeCommune(owner);
});
afterAll(async () => {
  await owner.end();
  await server.close();
  for (const name of ["SMTP_URL", "MAIL_FROM", "NEXTAUTH_URL"]) delete process.env[name];
});
beforeEach(() => {
  made += 1;
  address = `can.bo.${made}@example.vn`;
  server.refusal = null;
  server.hangsUp = false;
  server.delay = 0;
});

const mails = () => server.received.filter((mail) => mail.to === address);

/** An officer of a commune whose digest of the day is there and unread. */
async function makeReader({ email = address as string | null } = {}): Promise<MadeOfficer> {
  const officer = await makeOfficer(owner, { role: "health", unit: commune });
  if (email) expect(await setOwnEmail.as(officer, { email })).toMatchObject({ ok: true });
  await owner.query(
    "insert into digest (officer_id, day, unit_path, counts, total) values ($1, $2, $3, $4, 3)",
    [officer.officerId, DAY, officer.unitPath, JSON.stringify({ overdue: 2, approve: 1 })],
  );
  return officer;
}

async function rowOf({ officerId }: MadeOfficer) {
  const { rows } = await owner.query<{ mailed: boolean; tries: number }>(
    `select mailed_at is not null as mailed, mail_tries as tries from digest
     where officer_id = $1 and day = $2`,
    [officerId, DAY],
  );
  return rows[0];
}

describe("the mail of a digest", () => {
  it("goes out once, in Vietnamese, with counts and one link and nothing about anybody", async () => {
    const station = await makeStation(owner);
    const tasks = await makeTasks(owner, station, [SLIP, SLIP]);
    await owner.query("update task set due_on = '2026-12-02' where id = any($1)", [
      tasks.map((task) => task.id),
    ]);
    await setOwnEmail.as(station.health, { email: address });
    await remind(NOW);
    await remind(later(1));
    const [mail, ...others] = mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      from: "nhacviec@example.vn",
      subject: "Nhắc việc ngày 03/12/2026",
    });
    expect(mail?.text).toContain("- 2 việc của bạn đã quá hạn\n");
    expect(mail?.text.match(/\w+:\/\/\S+/g)).toEqual(["https://cong.example.vn/reminders"]);
    const { fullName, username, officerId } = station.health;
    const { rows } = await owner.query<Record<string, string>>(
      `select r.code, r.full_name, r.id_number, r.phone, r.address, t.id::text as task, r.id::text as record
       from task t join record r on r.id = t.record_id where t.id = any($1)`,
      [tasks.map((task) => task.id)],
    );
    const personal = rows.flatMap((row) => Object.values(row)).filter(Boolean);
    expect(personal.length).toBeGreaterThan(8);
    const whole = `${mail?.headers}\n${mail?.subject}\n${mail?.text}`;
    for (const word of [...personal, fullName, username, officerId, station.commune.name]) {
      expect(whole).not.toContain(word);
    }
  });

  it("goes to nobody without an address, and to nobody who has read it or took the address away", async () => {
    const without = await makeReader({ email: null });
    const reader = await makeReader();
    await readDigests.as(reader, { day: DAY });
    const gone = await makeReader();
    await setOwnEmail.as(gone, { email: "" });
    const closed = await makeReader();
    await owner.query("update officer set disabled_at = now() where id = $1", [closed.officerId]);
    const before = server.received.length;
    await remind(NOW);
    expect(server.received.length).toBe(before);
    for (const officer of [without, reader, gone, closed]) {
      expect(await rowOf(officer)).toEqual({ mailed: false, tries: 0 });
    }
  });

  it("waits for the end of the quiet hours, and is of its own day only", async () => {
    const officer = await makeReader();
    await remind(new Date("2026-12-02T23:30:00Z"));
    await remind(new Date("2026-12-03T13:00:00Z"));
    await remind(new Date("2026-12-04T03:00:00Z"));
    expect(mails()).toEqual([]);
    await remind(new Date("2026-12-03T00:00:00Z"));
    expect(mails()).toHaveLength(1);
    expect(await rowOf(officer)).toEqual({ mailed: true, tries: 1 });
  });

  it("is not sent and not marked where the portal has no mail server", async () => {
    const officer = await makeReader();
    await remind(NOW, null);
    expect(mails()).toEqual([]);
    expect(await rowOf(officer)).toEqual({ mailed: false, tries: 0 });
  });

  it("is sent by one of two workers that run at once", async () => {
    server.delay = 200;
    const officers = [];
    for (let n = 0; n < 6; n += 1) officers.push(await makeReader());
    await Promise.all([remind(NOW), remind(NOW)]);
    expect(mails()).toHaveLength(officers.length);
    for (const officer of officers)
      expect(await rowOf(officer)).toEqual({ mailed: true, tries: 1 });
  });

  it("is left alone while a worker has it, and taken over when that one has died", async () => {
    const officer = await makeReader();
    await owner.query(
      "update digest set mail_tries = 1, mail_after = $2 where officer_id = $1 and day = $3",
      [officer.officerId, later(5), DAY],
    );
    await remind(NOW);
    expect(mails()).toEqual([]);
    await remind(later(6));
    expect(mails()).toHaveLength(1);
  });
});

describe("a mail server that does not take a mail", () => {
  it("is asked again by the next run", async () => {
    const officer = await makeReader();
    server.refusal = "451 4.7.1 come back later";
    await remind(NOW);
    expect(await rowOf(officer)).toEqual({ mailed: false, tries: 1 });
    server.refusal = null;
    await remind(later(1));
    await remind(later(2));
    expect(mails()).toHaveLength(1);
    expect(await rowOf(officer)).toEqual({ mailed: true, tries: 2 });
  });

  it("is asked a few times; then it is given up, said in the log without the address", async () => {
    const officer = await makeReader();
    const said = vi.spyOn(log(), "warn");
    server.refusal = `451 4.7.1 <${address}> not now`;
    for (let minutes = 0; minutes < 540; minutes += 20) await remind(later(minutes));
    const lines = said.mock.calls.filter(([line]) =>
      JSON.stringify(line).includes(officer.officerId),
    );
    expect(lines.map(([, word]) => word)).toEqual([
      ...Array.from({ length: 4 }, () => "not sent"),
      "given up",
    ]);
    expect(JSON.stringify(said.mock.calls)).not.toContain(address);
    said.mockRestore();
    server.refusal = null;
    await remind(later(541));
    expect(mails()).toEqual([]);
    expect(await rowOf(officer)).toEqual({ mailed: false, tries: 5 });
    expect(await listDigests.as(officer)).toMatchObject([{ day: DAY, read: false }]);
  });

  it("costs nobody a try while it can't be reached", async () => {
    const officer = await makeReader();
    const closed = await startMailServer();
    await closed.close();
    const settings = {
      server: closed.url,
      from: "a@example.vn",
      portal: "https://cong.example.vn",
    };
    await remind(NOW, settings);
    expect(await rowOf(officer)).toEqual({ mailed: false, tries: 0 });
    await remind(later(1));
    expect(mails()).toHaveLength(1);
  });

  it("is left for this run when it breaks off, and costs the others no try", async () => {
    const officers = [];
    for (let n = 0; n < 6; n += 1) officers.push(await makeReader());
    server.hangsUp = true;
    await remind(NOW);
    const tries = [];
    for (const officer of officers) tries.push((await rowOf(officer))?.tries);
    expect(tries.sort()).toEqual([0, 0, 1, 1, 1, 1]);
    server.hangsUp = false;
    await remind(later(1));
    expect(mails()).toHaveLength(officers.length);
  });
});
