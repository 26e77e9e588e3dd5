import { describe, expect, it } from "vitest";
import { readOptions } from "./options";
import { WrongUse } from "./say";

const read = (line: string) => readOptions(line.split(" ").filter(Boolean));

it("knows what is not said", () => {
  expect(read("")).toMatchObject({ records: 1_000_000, people: 1_000_000, seed: 909, runs: 3 });
  expect(read("").skip.size).toBe(0);
});

it("reads what npm passes on", () => {
  const options = read(
    "-- --records 50 --skip peers,small --skip large --words alone --json a.json",
  );
  expect(options).toMatchObject({ records: 50, words: "alone", json: "a.json" });
  expect([...options.skip].sort()).toEqual("hash large small splink strict trigrams".split(" "));
});

describe("refuses", () => {
  it.each(["--seed 101", "--records many", "--runs 0", "--skip everything", "--colour", "stray"])(
    "%s",
    (line) => {
      expect(() => read(line)).toThrow(WrongUse);
    },
  );
});
