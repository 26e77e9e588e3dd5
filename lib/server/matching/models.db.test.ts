import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Level } from "@/lib/domain/matching/vocabulary";
import { ownerClient } from "@/prisma/factories/owner";
import {
  type Centre,
  FORGIVES_A_LETTER,
  makeCentre,
  modelFile,
  propose,
  runReplay,
} from "@/prisma/factories/rules";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { approveModel } from "./model-approve";
import { proposeModel, proposeModelFile } from "./model-commands";
import { getRules } from "./model-queries";

const owner = ownerClient();
let station: Station;
let centre: Centre;
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  centre = await makeCentre(owner);
});
afterAll(() => owner.end());

const rule = (reason: string) => ({ ok: false, error: { code: "RULE", reason } });
const FORBIDDEN = { ok: false, error: { code: "FORBIDDEN" } };

describe("a model", () => {
  it("is at first the one that comes with the program, approved", async () => {
    const { model, versions } = await getRules.as(centre.proposer);
    expect(versions.find((one) => one.state === "approved")?.version).toBe(model.version);
  });

  it("gives way to the program's own where it lacks a level that the program asks for", async () => {
    const { model } = await getRules.as(centre.proposer);
    const { birthDate, ...fields } = structuredClone(model.fields);
    const { swapped: _, ...dates } = birthDate as Record<string, Level>;
    const old = { ...model, version: "old", fields: { ...fields, birthDate: dates } };
    await owner.query("update match_model set state = 'retired'");
    await owner.query(
      "insert into match_model (version, data, state, approved_at) values ('old', $1, 'approved', now())",
      [JSON.stringify(old)],
    );
    const now = await getRules.as(centre.proposer);
    expect(now.model.version).toBe(model.version);
    expect(now.versions.find((one) => one.version === "old")?.state).toBe("retired");
  });

  it("is proposed and approved at the centre, by two different people", async () => {
    const below = station.coordinator;
    const input = { base: "v1", note: "thử", acceptScore: 0.9, acceptMargin: 0.1, levels: [] };
    expect(await proposeModel.as(below, input)).toMatchObject(FORBIDDEN);
    expect(await proposeModel.as(station.police, input)).toMatchObject(FORBIDDEN);
    const { version, replayId } = await propose(centre);
    expect(await approveModel.as(below, { version })).toMatchObject(FORBIDDEN);
    const own = await approveModel.as(centre.proposer, { version });
    expect(own).toMatchObject(rule("ownProposal"));
    const early = await approveModel.as(centre.approver, { version });
    expect(early).toMatchObject(rule("replayNeeded"));
    await runReplay(centre, replayId);
    const done = await approveModel.as(centre.approver, { version, seen: true });
    expect(done).toMatchObject({ ok: true });
    const { model, versions } = await getRules.as(centre.proposer);
    expect(model.version).toBe(version);
    expect(versions.filter((one) => one.state === "approved")).toHaveLength(1);
    const again = await approveModel.as(centre.approver, { version });
    expect(again).toMatchObject(rule("modelInUse"));
  });

  it("says what is wrong with a proposal", async () => {
    const { model } = await getRules.as(centre.proposer);
    const { version: base, acceptScore, acceptMargin } = model;
    const input = { base, note: "thử xem", acceptScore, acceptMargin };
    const stale = { ...input, base: "v0", levels: [FORGIVES_A_LETTER] };
    expect(await proposeModel.as(centre.proposer, stale)).toMatchObject({
      error: { code: "CONFLICT", reason: "modelMoved" },
    });
    const same = await proposeModel.as(centre.proposer, { ...input, levels: [] });
    expect(same).toMatchObject(rule("modelUnchanged"));
    const unsafe = { ...FORGIVES_A_LETTER, field: "idNumber", level: "different" };
    const refused = await proposeModel.as(centre.proposer, { ...input, levels: [unsafe] });
    expect(refused).toMatchObject(rule("modelUnsafe"));
  });

  it("comes from a file too, under a name of its own", async () => {
    const { model } = await getRules.as(centre.proposer);
    const change = { ...FORGIVES_A_LETTER, weight: -2.5 };
    const file = { note: "ước lượng lại", text: modelFile(model, change) };
    const made = await proposeModelFile.as(centre.proposer, file);
    expect(made).toMatchObject({ ok: true, data: { version: expect.stringContaining("fit-") } });
    const twice = await proposeModelFile.as(centre.proposer, file);
    expect(twice).toMatchObject(rule("modelVersionTaken"));
    const broken = { note: "tệp hỏng", text: "{" };
    const wrong = await proposeModelFile.as(centre.proposer, broken);
    expect(wrong).toMatchObject(rule("modelFileNotJson"));
  });
});
