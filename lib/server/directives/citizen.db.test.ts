import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callFunction } from "@/lib/server/core/db";
import { newId } from "@/lib/server/core/id";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTask, OTHER_NAME, type Station } from "@/prisma/factories/tasks";
import { askByCode, MOST_ASKED } from "./citizen";
import { enterRequest, linkRequest } from "./requests";

const owner = ownerClient();
let station: Station;
let code: string;
let requestId: string;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const done = await enterRequest.as(station.health, {
    fullName: "Nguyễn Thị Hòa",
    kind: "fullName",
    words: "Họ tên của tôi bị sai",
    papersSeen: "on",
  });
  if (!done.ok) throw new Error("not entered");
  ({ code, requestId } = done.data);
});
afterAll(() => owner.end());

/** An address of its own, so that no test uses up another's look-ups. */
const somebody = () => `test ${newId()}`;

describe("the state by the code", () => {
  it("tells dates and the stage, and nothing of any person", async () => {
    const answer = await askByCode(code.toLowerCase(), somebody());
    expect(answer).toMatchObject({ kind: "found", state: { stage: "received", answeredAt: null } });
    const told = answer.kind === "found" ? Object.keys(answer.state).sort() : [];
    expect(told).toEqual(["answeredAt", "dueAt", "enteredAt", "stage"]);
    const rows = await callFunction<object>("select * from citizen_state($1)", [code]);
    expect(JSON.stringify(rows)).not.toMatch(/Nguyễn|Họ tên|TC-/);
  });

  it("follows the task of the record", async () => {
    const { recordId } = await makeTask(owner, station, OTHER_NAME);
    await linkRequest.as(station.health, { requestId, version: 1, recordId });
    expect(await askByCode(code, somebody())).toMatchObject({ state: { stage: "police" } });
  });

  it("answers alike for a code that nobody has, a misread one and no code at all", async () => {
    const answers = await Promise.all(
      ["234-567-894", "234-567-895", "", "' or true --"].map((typed) =>
        askByCode(typed, somebody()),
      ),
    );
    expect(answers).toEqual(Array(4).fill({ kind: "unknown" }));
  });

  it("stops whoever tries codes, also at once, and lets others ask", async () => {
    const client = somebody();
    const answers = await Promise.all(
      Array.from({ length: MOST_ASKED + 5 }, () => askByCode("234-567-894", client)),
    );
    expect(answers.filter((one) => one.kind === "unknown")).toHaveLength(MOST_ASKED);
    expect(answers.filter((one) => one.kind === "limited")).toHaveLength(5);
    expect(await askByCode(code, client)).toEqual({ kind: "limited" });
    expect(await askByCode(code, somebody())).toMatchObject({ kind: "found" });
  });

  it("lets the same address ask again after ten minutes", async () => {
    const client = somebody();
    for (let i = 0; i <= MOST_ASKED; i++) await askByCode("", client);
    expect(await askByCode(code, client)).toEqual({ kind: "limited" });
    await owner.query("update citizen_lookup set since = now() - interval '11 minutes'");
    expect(await askByCode(code, client)).toMatchObject({ kind: "found" });
  });

  it("keeps no address, and the application can't read whose hashes there are", async () => {
    const client = somebody();
    await askByCode("", client);
    const { rows } = await owner.query("select 1 from citizen_lookup where client = $1", [client]);
    expect(rows).toEqual([]);
    await expect(callFunction("select 1 from citizen_lookup", [])).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("the application's login", () => {
  it.each([
    ["change what a citizen said", "update citizen_request set words = ''"],
    ["change when it came", "update citizen_request set entered_at = now()"],
    ["take a request away", "delete from citizen_request"],
  ])("can't %s", async (_, text) => {
    await expect(callFunction(text, [])).rejects.toMatchObject({ code: "42501" });
  });
});
