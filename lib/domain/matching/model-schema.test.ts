import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchRecord } from "./decide";
import { CURRENT_MODEL, MODEL_V1, MODEL_V2 } from "./model";
import { parseModel, readModel, readModelFile, readModelText } from "./model-schema";
import { aPerson, aRecord } from "./people.fixture";

type Json = { [key: string]: unknown };

function changed(change: (model: Json & { fields: Json; names: Json }) => void): unknown {
  const copy = JSON.parse(JSON.stringify(MODEL_V2));
  change(copy);
  return copy;
}

function at(model: Json, path: string): { holder: Json; key: string } {
  const keys = path.split(".");
  const key = keys.pop() ?? "";
  return { holder: keys.reduce((value, one) => value[one] as Json, model), key };
}

const put = (path: string, value: unknown) =>
  changed((model) => {
    const { holder, key } = at(model, path);
    holder[key] = value;
  });

const leaveOut = (path: string) =>
  changed((model) => {
    const { holder, key } = at(model, path);
    delete holder[key];
  });

describe("a model's file", () => {
  test.each([MODEL_V1, MODEL_V2])("of $version comes back as it was written", (model) => {
    const text = JSON.stringify(model);
    const read = readModelFile(text);
    expect(read.ok).toBe(true);
    if (read.ok) expect(read.value).toEqual(model);
  });

  test("decides as the model that was written", () => {
    const read = readModelFile(JSON.stringify(CURRENT_MODEL));
    if (!read.ok) throw new Error(read.code);
    const record = aRecord({ birthDate: "03/12/1985", fullName: "NGUYEN THI HOA" });
    expect(matchRecord(record, [aPerson()], read.value)).toEqual(
      matchRecord(record, [aPerson()], CURRENT_MODEL),
    );
  });
});

describe("is refused", () => {
  const refusal = (json: unknown): Record<string, string | number> | null => {
    const read = parseModel(json);
    return read.ok ? null : { code: read.code, ...read.params };
  };

  test("when it is no JSON, or no object", () => {
    expect(readModelFile("{")).toEqual({ ok: false, code: "notJson" });
    expect(refusal(null)?.code).toBe("wrongValue");
    expect(refusal([])?.code).toBe("wrongValue");
  });

  test.each([
    "version",
    "prior",
    "fields",
    "fields.sex",
    "fields.fullName.typo_1",
    "fields.idNumber.same.weight",
    "names.givens",
    "names.most",
    "blocking",
  ])("when it lacks %s", (path) => {
    expect(refusal(leaveOut(path))).toEqual({ code: "missing", path });
  });

  test.each([
    ["speed", 1],
    ["fields.phone", {}],
    ["fields.fullName.sounds_nice", { class: "same", weight: 3, harmless: "always" }],
    ["fields.sex.same.colour", "red"],
    ["calibration.note", "x"],
    ["names.givens.<b>", 3],
    ["names.givens.a b", 3],
  ])("when it has %s, which nobody knows", (path, value) => {
    expect(refusal(put(path, value))?.code).toBe("unknown");
  });

  test.each([
    ["prior", "low"],
    ["fields.sex.same.weight", 41],
    ["prior", 1e9],
    ["version", "V 2"],
    ["version", ""],
    ["acceptScore", 1.2],
    ["acceptMargin", -0.1],
    ["fields.sex.same.weight", null],
    ["fields.sex.same.class", "equal"],
    ["fields.fullName.same.harmless", "sometimes"],
    ["fields.fullName.same.share", 2],
    ["fields.fullName.same.seen", 0.5],
    ["names.otherGiven", -1],
    ["blocking", []],
    ["blocking", ["phone"]],
    ["textRepairs", ["rot13"]],
    ["calibration.date", "22/04/2022"],
  ])("when %s is %j", (path, value) => {
    const found = refusal(put(path, value));
    expect(found?.code).toBe("wrongValue");
    expect(String(found?.path)).toContain(path.split(".")[0]);
  });

  test("when a number is beyond all numbers", () => {
    const text = JSON.stringify(put("prior", "#")).replace('"#"', "1e999");
    expect(readModelFile(text)).toEqual({
      ok: false,
      code: "wrongValue",
      params: { path: "prior" },
    });
  });

  test("when a level that is no agreement would be harmless", () => {
    expect(refusal(put("fields.fullName.different.harmless", "always"))).toEqual({
      code: "levelHarmless",
      path: "fields.fullName.different",
    });
    expect(refusal(put("fields.fullName.regional_name.harmless", "others_agree"))?.code).toBe(
      "levelHarmless",
    );
  });

  test("when an open difference could be accepted", () => {
    expect(refusal(put("openFactor", 0.95))?.code).toBe("thresholdTooLow");
  });

  test("when it was measured above its own ceiling", () => {
    expect(refusal(put("calibration.upper", 0.2))?.code).toBe("ceilingBroken");
  });

  test("when a key would reach into the object itself", () => {
    const text = JSON.stringify(MODEL_V2).replace('"givens":{', '"givens":{"__proto__":1,');
    expect(readModelFile(text).ok).toBe(false);
  });
});

test("no damage to a file makes the reader throw or let a wrong weight through", () => {
  const paths = Object.entries(MODEL_V2.fields).flatMap(([field, levels]) =>
    Object.keys(levels).map((name) => `fields.${field}.${name}.weight`),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
      const fine = typeof value === "number" && Math.abs(value) <= 40;
      expect(parseModel(put(path, value)).ok).toBe(fine);
    }),
  );
});

describe("the rules room", () => {
  const problem = (json: unknown) => {
    const read = readModel(json);
    return read.ok ? null : read.problem;
  };

  test("is told the place in its own words", () => {
    expect(readModelText("version: 1")).toMatchObject({ problem: { code: "modelFileNotJson" } });
    expect(problem(leaveOut("fields.birthDate.swapped"))).toEqual({
      code: "modelFileLevel",
      params: { place: "birthDate.swapped" },
    });
    expect(problem(leaveOut("fields.sex"))).toEqual({
      code: "modelFileShape",
      params: { place: "fields.sex" },
    });
    expect(problem(put("blocking", ["number", "phone"]))).toEqual({
      code: "modelFileShape",
      params: { place: "blocking" },
    });
    expect(problem(put("fields.idNumber.one_digit.harmless", "others_agree"))).toEqual({
      code: "modelUnsafe",
      params: { place: "idNumber.one_digit" },
    });
  });

  test("reads what was written, with or without a mark of order", () => {
    expect(readModelText(`\uFEFF${JSON.stringify(MODEL_V2)}`)).toEqual({
      ok: true,
      model: MODEL_V2,
    });
  });
});
