import { describe, expect, it } from "vitest";
import type { Answer } from "./answers";
import { confusionOf } from "./confusion";
import { failureOf } from "./failures";
import { measureQuality } from "./quality";
import { countByWord } from "./word-table";

/** "outcome person true damage", "-" for nobody. */
function answer(line: string): Answer {
  const [outcome = "", person = "", truth = "", damage = ""] = line.split(" ");
  const id = (text: string) => (text === "-" ? "" : text);
  return {
    recordId: line,
    outcome: outcome as Answer["outcome"],
    personId: id(person),
    score: 0,
    secondId: "P9",
    trueId: id(truth),
    damage: damage.split("|").filter(Boolean),
  };
}

const ANSWERS = [
  "matched P1 P1",
  "repaired P2 P2 name_tcvn3",
  "review P3 P3 name_abbreviated",
  "unmatched - P4 name_telex",
  "insufficient - P5 date_missing",
  "matched P7 P6 number_of_parent",
  "matched P8 - not_in_registry",
  "review P1 P1 number_missing",
  "review P1 P9 number_words",
  "not_applicable - - foreign",
].map(answer);

describe("shares", () => {
  const quality = measureQuality(ANSWERS);

  it.each([
    ["precision", 2, 4],
    ["recall", 2, 8],
    ["refused", 2, 6],
    ["harmlessRefused", 1, 3],
    ["harmlessReview", 1, 3],
    ["lessRefused", 1, 1],
    ["review", 1, 7],
    ["proposedFirst", 1, 2],
    ["proposedAtAll", 2, 2],
  ] as const)("%s: %i of %i", (...[name, of, cases]) => {
    expect(quality[name]).toEqual({ of, cases });
  });

  it("someone who isn't in the registry is never rightly accepted", () => {
    expect(quality.wrong.map(({ personId }) => personId)).toEqual(["P7", "P8"]);
  });
});

it("names what a person should look at", () => {
  expect(ANSWERS.map(failureOf)).toEqual([
    null,
    null,
    "harmless_review",
    "harmless_refused",
    null,
    "wrongly_accepted",
    "wrongly_accepted",
    null,
    "not_proposed",
    null,
  ]);
});

describe("by word", () => {
  const both = [answer("matched P1 P1 name_upper|sex_written"), answer("review P1 P1 name_upper")];

  it("counts a record under each of its words", () => {
    const lines = countByWord(both, { alone: false });
    expect(lines.map(({ word, records }) => [word, records])).toEqual([
      ["name_upper", 2],
      ["sex_written", 1],
    ]);
  });

  it("or only where nothing else is wrong", () => {
    const [line, ...others] = countByWord(both, { alone: true });
    expect(line).toMatchObject({
      word: "name_upper",
      records: 1,
      outcomes: { review: 1 },
      first: 1,
    });
    expect(others).toEqual([]);
  });
});

describe("two people taken for one", () => {
  const one = { name: "le van an", birth: "01/02/2010", year: 2010, household: "1|a" };
  it.each([
    ["parent_child", { birth: "03/04/1980", year: 1980 }, ""],
    ["parent_child", { household: "2|b" }, "number_of_parent"],
    ["twins", { name: "le van ân" }, ""],
    ["siblings", { name: "le van binh", birth: "03/04/2012", year: 2012 }, ""],
    ["namesakes", { household: "2|b" }, ""],
    ["strangers", { name: "le van binh", household: "2|b" }, ""],
    ["strangers", { name: "le van binh", household: "" }, ""],
  ])("%s", (...[kind, other, damage]) => {
    expect(confusionOf([damage], one, { ...one, ...other })).toBe(kind);
  });
});
