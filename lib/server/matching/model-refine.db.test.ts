import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerClient } from "@/prisma/factories/owner";
import { type Centre, makeCentre } from "@/prisma/factories/rules";
import {
  type MadeTask,
  makeStation,
  makeTasks,
  OTHER_NAME,
  type Station,
} from "@/prisma/factories/tasks";
import { getRules } from "./model-queries";
import { countDecided, FEWEST_DECISIONS, refineFromDecisions } from "./model-refine";

const owner = ownerClient();
const NOTE = { note: "Theo quyết định của cán bộ" };
let station: Station;
let centre: Centre;
let tasks: MadeTask[];
beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  centre = await makeCentre(owner);
  const wishes = Array.from({ length: FEWEST_DECISIONS + 4 }, () => OTHER_NAME);
  tasks = await makeTasks(owner, station, wishes);
});
afterAll(() => owner.end());

const confirm = (some: MadeTask[]) =>
  owner.query(
    `update task t set confirmed_person_id = c.person_id from match_candidate c
     where c.record_id = t.record_id and t.id = any($1)`,
    [some.map(({ id }) => id)],
  );

it("asks for enough decisions before it says anything", async () => {
  await confirm(tasks.slice(0, 5));
  expect(await countDecided.as(centre.proposer)).toBe(5);
  expect(await refineFromDecisions.as(centre.proposer, NOTE)).toMatchObject({
    ok: false,
    error: { code: "RULE", reason: "decisionsFew" },
  });
});

it("proposes a version that has learnt from what people decided otherwise than the model", async () => {
  await confirm(tasks);
  const { model } = await getRules.as(centre.proposer);
  const made = await refineFromDecisions.as(centre.proposer, NOTE);
  if (!made.ok) throw new Error(made.error.reason);
  const { rows } = await owner.query(
    "select state, parent_version, data from match_model where version = $1",
    [made.data.version],
  );
  const [proposed] = rows;
  expect(proposed).toMatchObject({ state: "proposed", parent_version: model.version });
  const weight = (of: typeof model) => of.fields.fullName.different?.weight ?? 0;
  expect(weight(proposed.data)).toBeGreaterThan(weight(model));
  expect((await getRules.as(centre.proposer)).model.version).toBe(model.version);
});

it("is for coordinators at the centre alone", async () => {
  expect(await refineFromDecisions.as(station.coordinator, NOTE)).toMatchObject({
    error: { code: "FORBIDDEN" },
  });
  expect(await refineFromDecisions.as(station.police, NOTE)).toMatchObject({
    error: { code: "FORBIDDEN" },
  });
});
