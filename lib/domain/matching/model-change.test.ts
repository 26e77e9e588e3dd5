import { describe, expect, it, test } from "vitest";
import { MODEL_V1 } from "./model";
import { changeModel, isSameModel, modelDifferences } from "./model-change";
import { mayBeHarmless, readModel, readModelText } from "./model-schema";
import type { Level, MatchModel } from "./vocabulary";

/** The model as a file holds it. */
const plain = () => JSON.parse(JSON.stringify(MODEL_V1));
type Plain = ReturnType<typeof plain>;

describe("a model file", () => {
  test.each<[string, string, (model: Plain) => void]>([
    ["no version", "version", (model) => delete model.version],
    ["a threshold above one", "acceptScore", (model) => (model.acceptScore = 1.2)],
    ["a field missing", "fields.sex", (model) => delete model.fields.sex],
    [
      "a weight that is no number",
      "fields.sex.same.weight",
      (model) => (model.fields.sex.same.weight = "1"),
    ],
    [
      "a class nobody knows",
      "fields.sex.same.class",
      (model) => (model.fields.sex.same.class = "alike"),
    ],
    ["keys that are not kept", "blocking", (model) => model.blocking.push("phone")],
    ["a reading that does not exist", "textRepairs", (model) => model.textRepairs.push("rot13")],
  ])("is refused with the place for %s", (_, place, spoil) => {
    const model = plain();
    spoil(model);
    expect(readModel(model)).toEqual({
      ok: false,
      problem: { code: "modelFileShape", params: { place } },
    });
  });

  it("is refused where the engine would ask for a level that it lacks", () => {
    const model = plain();
    delete model.fields.birthDate.swapped;
    expect(readModel(model)).toMatchObject({
      problem: { code: "modelFileLevel", params: { place: "birthDate.swapped" } },
    });
  });

  test.each([
    "idNumber.different",
    "idNumber.one_digit",
    "fullName.different",
    "fullName.regional_name",
  ])("may never pass over %s", (place) => {
    const [field = "", level = ""] = place.split(".");
    const model = plain();
    model.fields[field][level].harmless = "others_agree";
    expect(readModel(model)).toMatchObject({ problem: { code: "modelUnsafe", params: { place } } });
  });

  it("that is not JSON is said to be none", () => {
    expect(readModelText("version: 1")).toMatchObject({ problem: { code: "modelFileNotJson" } });
  });

  it("of the program itself is safe, and every level that may be passed over is told", () => {
    expect(readModel(plain())).toEqual({ ok: true, model: MODEL_V1 });
    expect(mayBeHarmless("fullName", MODEL_V1.fields.fullName.typo_1 as Level)).toBe(true);
  });
});

const THRESHOLDS = { acceptScore: MODEL_V1.acceptScore, acceptMargin: MODEL_V1.acceptMargin };

describe("a change of a model", () => {
  it("leaves the model it started from alone", () => {
    const before = plain();
    const level = { field: "sex", level: "same", weight: 2, harmless: "always" } as const;
    const changed = changeModel(MODEL_V1, { ...THRESHOLDS, levels: [level] }, "v2");
    expect(plain()).toEqual(before);
    expect(changed.fields.sex.same).toMatchObject({ weight: 2, class: "same" });
    expect(modelDifferences(MODEL_V1, changed)).toMatchObject({
      thresholds: [],
      levels: [{ field: "sex", level: "same" }],
      other: false,
    });
  });

  it("mends what it begins to see through, and keeps what was harmless as it was", () => {
    const open = {
      field: "fullName",
      level: "typo_1",
      weight: -2,
      harmless: "others_agree",
    } as const;
    const known = { field: "fullName", level: "i_y", weight: -0.5, harmless: "always" } as const;
    const { fields } = changeModel(MODEL_V1, { ...THRESHOLDS, levels: [open, known] }, "v2");
    expect(fields.fullName.typo_1?.repair).toBe(true);
    expect(fields.fullName.i_y?.repair).toBeUndefined();
  });

  it("drops what was measured and estimated for the old weights", () => {
    const estimated = plain();
    Object.assign(estimated, { calibration: { ceiling: 0.0005 } });
    Object.assign(estimated.fields.sex.same, { m: 0.9, u: 0.5, seen: 100 });
    const level = { field: "sex", level: "same", weight: 3, harmless: "always" } as const;
    const changed = changeModel(estimated, { ...THRESHOLDS, levels: [level] }, "v2");
    expect(changed).not.toHaveProperty("calibration");
    expect(Object.keys(changed.fields.sex.same ?? {}).sort()).toEqual([
      "class",
      "harmless",
      "weight",
    ]);
  });

  it("is none where only the name and the order of keys differ", () => {
    const turned = Object.fromEntries(Object.entries(plain()).reverse());
    expect(isSameModel(MODEL_V1, { ...turned, version: "v9" } as unknown as MatchModel)).toBe(true);
    expect(isSameModel(MODEL_V1, { ...plain(), prior: -21 })).toBe(false);
    expect(isSameModel(MODEL_V1, { ...plain(), acceptScore: 0.93 })).toBe(false);
  });
});
