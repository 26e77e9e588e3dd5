import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOfficer } from "@/prisma/factories/communes";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  oneByOne,
  SLIP,
  type Station,
  taskNow,
} from "@/prisma/factories/tasks";
import { claimTask } from "./claim";
import { claimNextTask } from "./claim-next";
import { submitTask } from "./correct";
import { dropDraft, findDraft, listDrafts, saveDraft } from "./drafts";
import { addNote, listNotes } from "./notes";
import { revealNumber } from "./reveal";
import { scoreChoices } from "./score";
import { listUpcoming } from "./upcoming";

const owner = ownerClient();
let station: Station;
let elsewhere: Station;
let aSlip: () => MadeTask;
let anOther: () => MadeTask;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  elsewhere = await makeStation(owner);
  aSlip = oneByOne(await makeTasks(owner, station, Array(9).fill(SLIP)));
  anOther = oneByOne(await makeTasks(owner, station, Array(3).fill(OTHER_NAME)));
});
afterAll(() => owner.end());

const aNurse = () => makeOfficer(owner, { role: "health", unit: station.commune });

async function accessesOf(officerId: string) {
  const { rows } = await owner.query<{ kind: string; purpose: string }>(
    "select kind, purpose from registry_access where officer_id = $1 order by id",
    [officerId],
  );
  return rows;
}

describe("what would come next", () => {
  it("is what opens next, and is taken by nobody", async () => {
    const lane = await makeStation(owner);
    const tasks = await makeTasks(owner, lane, Array(4).fill(SLIP));
    const ahead = await listUpcoming.as(lane.health, []);
    expect(ahead).toHaveLength(2);
    for (const { id } of tasks) expect((await taskNow(owner, id)).leaseById).toBeNull();
    const claimed = await claimNextTask.as(lane.health, {});
    expect(claimed).toMatchObject({ ok: true, data: { taskId: ahead[0] } });
    expect(await listUpcoming.as(lane.health, [ahead[0] ?? ""])).toEqual([
      ahead[1],
      expect.any(String),
    ]);
  });

  it("is not what a colleague has open, nor another force's or commune's", async () => {
    const lane = await makeStation(owner);
    const [mine, theirs] = await makeTasks(owner, lane, [SLIP, SLIP, OTHER_NAME]);
    const colleague = await makeOfficer(owner, { role: "health", unit: lane.commune });
    await claimTask.as(colleague, { taskId: theirs?.id });
    expect(await listUpcoming.as(lane.health, [])).toEqual([mine?.id]);
    expect(await listUpcoming.as(elsewhere.health, [])).toEqual([]);
  });
});

describe("a draft", () => {
  const content = (value: string) => ({
    personId: null,
    fields: { fullName: { choice: "edit" as const, value } },
    base: { fullName: "Nguyễn Thị Hoàn" },
  });
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, seconds)).toISOString();

  it("is its officer's alone, and the later one counts", async () => {
    const { id: taskId, version } = aSlip();
    const save = (value: string, seconds: number) =>
      saveDraft.as(station.health, {
        taskId,
        version,
        content: content(value),
        savedAt: at(seconds),
      });
    await save("Nguyễn Thị Hòa", 2);
    expect(await save("Nguyễn Thị H", 1)).toMatchObject({ data: { kept: false } });
    expect((await findDraft.as(station.health, taskId))?.content).toEqual(
      content("Nguyễn Thị Hòa"),
    );
    const colleague = await aNurse();
    expect(await findDraft.as(colleague, taskId)).toBeNull();
    expect(await listDrafts.as(colleague)).toEqual([]);
    expect(await listDrafts.as(station.health)).toMatchObject([{ taskId, changed: false }]);
    await dropDraft.as(station.health, { taskId });
    expect(await findDraft.as(station.health, taskId)).toBeNull();
  });

  it("goes with what is sent, and what is still on its way then comes too late", async () => {
    const { id: taskId, version, personId } = aSlip();
    const nurse = await aNurse();
    const draft = { taskId, version, content: content("x"), savedAt: at(1) };
    await saveDraft.as(nurse, draft);
    const choices = { fullName: { choice: "registry" } };
    const sent = await submitTask.as(nurse, { taskId, version, personId, choices });
    expect(sent.ok).toBe(true);
    expect(await findDraft.as(nurse, taskId)).toBeNull();
    expect(await saveDraft.as(nurse, draft)).toMatchObject({ data: { kept: false } });
  });

  it("outlives what a colleague does meanwhile, and says so", async () => {
    const { id: taskId, version, personId } = aSlip();
    const [slow, fast] = [await aNurse(), await aNurse()];
    const choices = { fullName: { choice: "registry" } };
    await submitTask.as(fast, { taskId, version, personId, choices });
    const draft = { taskId, version, content: content("x"), savedAt: at(1) };
    expect(await saveDraft.as(slow, draft)).toMatchObject({ data: { kept: true } });
    expect(await listDrafts.as(slow)).toMatchObject([{ taskId, changed: true }]);
  });

  it("of another commune's task is not kept, and leaves no line in the audit either way", async () => {
    const { id: taskId, version } = aSlip();
    const draft = { taskId, version, content: content("x"), savedAt: at(1) };
    expect(await saveDraft.as(elsewhere.health, draft)).toMatchObject({ data: { kept: false } });
    await saveDraft.as(station.health, draft);
    const lines = "select 1 from audit_entry where command = 'task.saveDraft' and result = 'done'";
    expect((await owner.query(lines)).rows).toEqual([]);
  });
});

describe("a note", () => {
  it("is read by colleagues of the commune and by nobody elsewhere", async () => {
    const { id: taskId } = aSlip();
    await addNote.as(station.police, { taskId, words: " Gọi sau 17 giờ " });
    expect(await listNotes.as(station.health, taskId)).toMatchObject([
      { words: "Gọi sau 17 giờ", name: "Trịnh Văn An" },
    ]);
    expect(await listNotes.as(elsewhere.health, taskId)).toEqual([]);
    const refused = await addNote.as(elsewhere.health, { taskId, words: "x" });
    expect(refused).toMatchObject({ error: { code: "NOT_FOUND" } });
  });
});

describe("a number in full", () => {
  it("is shown for a purpose, and that it was is written down without it", async () => {
    const { id: taskId, recordId, personId } = anOther();
    const { rows } = await owner.query("select id_number from record where id = $1", [recordId]);
    const ask = { taskId, field: "idNumber", purpose: "papers" };
    const [own, theirs] = [
      await revealNumber.as(station.police, ask),
      await revealNumber.as(station.police, { ...ask, personId }),
    ];
    expect(own).toEqual({ ok: true, data: { value: rows[0].id_number } });
    expect(theirs).toMatchObject({ ok: true, data: { value: expect.stringMatching(/^\d{12}$/) } });
    const logged = await owner.query(
      "select detail from audit_entry where command = 'task.reveal' and entity_id = $1 order by id",
      [recordId],
    );
    expect(logged.rows.map(({ detail }) => detail)).toEqual([
      { fields: ["idNumber"], of: "record", purpose: "papers" },
      { fields: ["idNumber"], of: "registry", purpose: "papers" },
    ]);
    expect(await accessesOf(station.police.officerId)).toContainEqual({
      kind: "revealed",
      purpose: "papers",
    });
  });

  it("needs a purpose, a task of one's own area and a person of the last comparison", async () => {
    const { id: taskId, personId } = aSlip();
    const ask = { taskId, field: "idNumber", personId, purpose: "papers" };
    const { purpose: _, ...without } = ask;
    expect(await revealNumber.as(station.health, without)).toMatchObject({
      error: { code: "INVALID", fields: { purpose: { code: "purposeMissing" } } },
    });
    const stranger = { ...ask, personId: taskId };
    for (const [by, input] of [
      [elsewhere.health, ask],
      [station.health, stranger],
    ] as const) {
      expect(await revealNumber.as(by, input)).toMatchObject({ error: { code: "NOT_FOUND" } });
    }
  });

  it("of the registry is not shown to health where it is the record's own", async () => {
    const { id: taskId, personId } = aSlip();
    const asked = { taskId, field: "idNumber", personId, purpose: "papers" };
    expect(await revealNumber.as(station.health, asked)).toMatchObject({
      error: { code: "RULE", reason: "revealEqual" },
    });
  });
});

describe("the engine's word on choices", () => {
  it("is what it says once they are sent, and changes nothing before", async () => {
    const { id: taskId, version, personId } = aSlip();
    const nurse = await aNurse();
    const choices = { fullName: { choice: "registry" as const } };
    const open = await scoreChoices.as(nurse, { taskId, personId, choices: {} });
    expect(open).toMatchObject({ accepted: false, settlingField: "fullName" });
    const settled = await scoreChoices.as(nurse, { taskId, personId, choices });
    expect(settled).toMatchObject({ accepted: true, settlingField: null });
    expect(settled.score).toBeGreaterThanOrEqual(settled.threshold);
    expect((await taskNow(owner, taskId)).version).toBe(version);
    const sent = await submitTask.as(nurse, { taskId, version, personId, choices });
    expect(sent).toMatchObject({ ok: true, data: { state: "publishing" } });
  });

  it("on a number that was typed is written down: it is held against one that is masked", async () => {
    const { id: taskId, personId } = anOther();
    const officer = await makeOfficer(owner, { role: "police", unit: station.commune });
    const typed = { idNumber: { choice: "edit" as const, value: "079185001234" } };
    await scoreChoices.as(officer, { taskId, personId, choices: typed });
    expect(await accessesOf(officer.officerId)).toEqual([{ kind: "tried", purpose: "task" }]);
  });

  it("is held back once somebody tries number after number, and a half-typed one is no try", async () => {
    const { id: taskId, personId } = anOther();
    const officer = await makeOfficer(owner, { role: "police", unit: station.commune });
    const tryOut = (value: string) => {
      const choices = { idNumber: { choice: "edit" as const, value } };
      return scoreChoices.as(officer, { taskId, personId, choices });
    };
    await tryOut("07918500");
    for (let n = 0; n < 10; n += 1) await tryOut(`07918500123${n}`);
    expect(await accessesOf(officer.officerId)).toHaveLength(10);
    await expect(tryOut("079185001299")).rejects.toMatchObject({ code: "LIMITED" });
    await expect(tryOut("079185")).resolves.toMatchObject({ accepted: false });
  });

  it("is not given on a task of another commune", async () => {
    const { id: taskId, personId } = aSlip();
    const asked = scoreChoices.as(elsewhere.health, { taskId, personId, choices: {} });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
