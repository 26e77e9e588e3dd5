import { describe, expect, test } from "vitest";
import { MODEL_V1, MODEL_V2 } from "../model";
import { parseModel } from "../model-schema";
import { IDENTITY_FIELDS, type MatchModel } from "../vocabulary";
import { levelOrder } from "./level-order";
import type { PairLabel, PatternCount, PatternLevels } from "./pattern-count";
import { chanceOf, refineModel } from "./refine";

const LEVELS: PatternLevels = {
  fullName: "regional_name",
  birthDate: "same",
  sex: "same",
  idNumber: "one_digit",
};
const decided = (count: number, label?: PairLabel, levels = LEVELS): PatternCount => ({
  levels,
  band: 11,
  block: "any",
  count,
  ...(label ? { label } : {}),
});

function refined(patterns: PatternCount[]): MatchModel {
  const made = refineModel(MODEL_V2, patterns, "v3");
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

const weights = (model: MatchModel) =>
  IDENTITY_FIELDS.flatMap((field) =>
    Object.entries(model.fields[field]).map(([name, level]) => [field, name, level.weight]),
  );

test("a new version knows its parent, and has lost the calibration of the old one", () => {
  const made = refined([decided(40, "match")]);
  expect(made).toMatchObject({ version: "v3", parent: MODEL_V2.version });
  expect(made.calibration).toBeUndefined();
  expect(made.fitted?.decisions).toBe((MODEL_V2.fitted?.decisions ?? 0) + 40);
  expect(parseModel(JSON.parse(JSON.stringify(made))).ok).toBe(true);
});

describe("only what people did not expect moves a weight", () => {
  test("decisions just as the model foresaw them change nothing", () => {
    const levels = { ...LEVELS, fullName: "typo_1", idNumber: "different" };
    const chance = chanceOf(MODEL_V2, decided(1, undefined, levels));
    expect(chance).toBeGreaterThan(0.001);
    const made = refined([
      decided(400 * chance, "match", levels),
      decided(400 * (1 - chance), "other", levels),
    ]);
    expect(weights(made)).toEqual(weights(MODEL_V2));
  });

  test("patterns without a decision change nothing", () => {
    expect(weights(refined([decided(5_000)]))).toEqual(weights(MODEL_V2));
  });

  test("many refused pairs at a level take weight from it, and hardly from common levels", () => {
    const made = refined([decided(60, "other")]);
    const lost = (field: "fullName" | "birthDate" | "sex", name: string) =>
      (MODEL_V2.fields[field][name]?.weight ?? 0) - (made.fields[field][name]?.weight ?? 0);
    expect(lost("fullName", "regional_name")).toBeGreaterThan(0.5);
    expect(lost("birthDate", "same")).toBeLessThan(0.2);
    expect(lost("sex", "same")).toBeLessThan(0.2);
  });

  test("confirmed pairs that the model doubted give weight", () => {
    const levels = { ...LEVELS, fullName: "typo_2", idNumber: "different" };
    const made = refined([decided(30, "match", levels)]);
    const weight = (model: MatchModel) => model.fields.fullName.typo_2?.weight ?? 0;
    expect(weight(made)).toBeGreaterThan(weight(MODEL_V2) + 0.5);
    expect(made.fields.fullName.typo_2?.m).toBeGreaterThan(MODEL_V2.fields.fullName.typo_2?.m ?? 0);
  });

  test("few decisions move little: the counts of the model stand against them", () => {
    const gain = (count: number) => {
      const made = refined([decided(count, "other")]);
      return made.fields.fullName.regional_name?.weight ?? 0;
    };
    expect(gain(2)).toBeGreaterThan(gain(60));
  });
});

test("the order of levels is kept whatever people decide", () => {
  const made = refined([
    decided(400, "match", { ...LEVELS, fullName: "typo_2" }),
    decided(300, "other", { ...LEVELS, fullName: "typo_1" }),
  ]);
  const weight = (name: string) => made.fields.fullName[name]?.weight ?? 0;
  const share = (name: string) => made.fields.fullName[name]?.share ?? 0;
  for (const [better, worse] of levelOrder(made, "fullName")) {
    // At the rarity of the commonest names, to the tenth that weights are rounded to.
    const points = (name: string) => weight(name) + share(name) * 7;
    expect(points(better) - points(worse)).toBeGreaterThan(-0.3);
  }
});

test("a model that was set by hand has no counts to be refined", () => {
  expect(refineModel(MODEL_V1, [decided(5, "match")], "v3")).toEqual({
    ok: false,
    code: "notFitted",
  });
});
