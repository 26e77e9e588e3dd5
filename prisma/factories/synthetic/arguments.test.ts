import { describe, expect, it } from "vitest";
import vi from "@/lib/i18n/vi/units.json";
import { readArguments } from "./arguments";

const read = (line: string) => readArguments(line.split(" ").filter(Boolean));
const GOOD = "--people 100 --records 20 --out out/data";

it("reads a whole line", () => {
  expect(
    read(
      `${GOOD} --seed 7 --profile clean --communes 25459,27553,25459 --layout dose --files plain`,
    ),
  ).toEqual({
    ok: true,
    options: {
      population: {
        people: 100,
        records: 20,
        seed: 7,
        profile: "clean",
        communes: ["25459", "27553"],
      },
      folder: "out/data",
      layout: "dose",
      files: "plain",
    },
  });
});

it("knows what is not said", () => {
  expect(read(GOOD)).toMatchObject({
    options: { population: { seed: 1, profile: "march-2022" }, layout: "person", files: "all" },
  });
});

describe("what is wrong is told by one code", () => {
  it.each([
    ["", "missing"],
    ["--people 100 --records 20", "missing"],
    ["--people 100 --records 20 --out", "missing"],
    [`${GOOD} --colour red`, "unknownOption"],
    [`${GOOD} stray`, "unknownOption"],
    ["--people many --records 20 --out x", "notANumber"],
    ["--people 0 --records 0 --out x", "notANumber"],
    ["--people 1.5 --records 0 --out x", "notANumber"],
    [`${GOOD} --seed=-1`, "notANumber"],
    ["--people 10 --records 11 --out x", "moreRecordsThanPeople"],
    [`${GOOD} --profile toString`, "unknownProfile"],
    [`${GOOD} --layout wide`, "unknownLayout"],
    [`${GOOD} --files some`, "unknownFiles"],
    [`${GOOD} --communes 25459,00000`, "unknownCommunes"],
    [`${GOOD} --communes 80`, "unknownCommunes"],
    [`${GOOD} --communes ,`, "unknownCommunes"],
  ])("%s", (line, code) => {
    const answer = read(line);
    expect(answer).toMatchObject({ ok: false, code });
    expect(Object.keys(vi.generate.wrong)).toContain(code);
  });
});
