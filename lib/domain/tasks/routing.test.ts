import { describe, expect, it, test } from "vitest";
import { matchRecord } from "@/lib/domain/matching/decide";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { aPerson, aRecord } from "@/lib/domain/matching/people.fixture";
import type { Candidate, MatchDecision } from "@/lib/domain/matching/vocabulary";
import { routeDecision } from "./routing";

type Given = Parameters<typeof aRecord>[0];
const decide = (given: Given, people: Candidate[]): MatchDecision =>
  matchRecord(aRecord(given), people, MODEL_V1);

/** Somebody to whom nothing of the usual record belongs. */
const NAM = aPerson({
  personId: "p2",
  fullName: "Trần Văn Nam",
  birthDate: "25/11/1970",
  sex: "male",
  idNumber: "001070077777",
  oldIds: [],
});

describe("no task is made", () => {
  test.each<[string, Given, string]>([
    ["all agrees", {}, "matched"],
    ["only the marks are missing", { fullName: "NGUYEN THI HOA" }, "matched"],
    ["the zero was put back", { idNumber: "79185001234" }, "repaired"],
    ["a foreigner is not compared", { foreign: true }, "not_applicable"],
  ])("where %s", (_, given, outcome) => {
    const decision = decide(given, [aPerson()]);
    expect(decision.outcome).toBe(outcome);
    expect(routeDecision(decision)).toBeNull();
  });
});

test.each([
  ["gateway_wrong", "unmatched", { force: "police", rule: "policeNotConfirmed" }],
  ["gateway_not_asked", "insufficient", { force: "hamlet", rule: "hamletInsufficient" }],
] as const)("what the gateway alone says of a record (%s)", (rule, outcome, route) => {
  expect(routeDecision({ ...decide({}, []), rule, outcome })).toEqual(route);
});

describe("the health station has first", () => {
  test.each<[string, Given]>([
    ["a slip in the name", { fullName: "Nguyễn Thị Hoàn" }],
    ["another mark", { fullName: "Nguyễn Thị Hóa" }],
    ["another month", { birthDate: "12/08/1985" }],
    ["a date that is missing", { birthDate: null }],
    ["a slip in the name and a year alone", { fullName: "Nguyễn Thị Hoàn", birthDate: "1985" }],
    [
      "a slip under a number with its zero lost",
      { fullName: "Nguyễn Thị Hoàn", idNumber: "79185001234" },
    ],
    ["a slip under an older number", { sex: "male", idNumber: "024123457" }],
  ])("%s, when the number agrees", (_, given) => {
    const decision = decide(given, [aPerson()]);
    expect(decision.outcome).toBe("review");
    expect(routeDecision(decision)).toEqual({ force: "health", rule: "healthSmallDifference" });
  });
});

describe("police have first", () => {
  test.each<[string, Given, Candidate[], string]>([
    [
      "two fields that differ under one number",
      { fullName: "Nguyễn Thị Hoàn", birthDate: "12/08/1985" },
      [aPerson()],
      "policeOtherPerson",
    ],
    ["the number of somebody else", { fullName: "Trần Văn Nam" }, [aPerson()], "policeOtherPerson"],
    [
      "a number whose holder differs in too much",
      { sex: "male", birthDate: "25/11/1970" },
      [aPerson()],
      "policeOtherPerson",
    ],
    [
      "the number of one person under the name of another",
      { fullName: "Trần Văn Nam", birthDate: "25/11/1970", sex: "male" },
      [aPerson(), NAM],
      "policeOtherPerson",
    ],
    ["a number that nobody carries", { idNumber: "001185077777" }, [], "policeNotFound"],
    [
      "a number that nobody carries, though somebody is alike",
      { idNumber: "001185077777" },
      [aPerson()],
      "policeNotFound",
    ],
    ["no number, though somebody is alike", { idNumber: null }, [aPerson()], "policeNoNumber"],
    [
      "a number that can't be looked up, though somebody is alike",
      { idNumber: "111111111111" },
      [aPerson()],
      "policeNoNumber",
    ],
  ])("%s", (...[, given, people, rule]) => {
    expect(routeDecision(decide(given, people))).toEqual({ force: "police", rule });
  });
});

it("the hamlet team has first whom nothing tells", () => {
  const decision = decide({ idNumber: null }, []);
  expect(decision.outcome).toBe("insufficient");
  expect(routeDecision(decision)).toEqual({ force: "hamlet", rule: "hamletInsufficient" });
});

test("two people who agree alike are for police to tell apart: health has nothing to correct", () => {
  const decision = decide({}, [aPerson(), aPerson({ personId: "p2" })]);
  expect(decision).toMatchObject({ outcome: "review", rule: "narrow_margin" });
  expect(routeDecision(decision)).toEqual({ force: "police", rule: "policeNarrow" });
});

test("excuses that are too many to be sure are not said to be somebody else who is alike", () => {
  const decision: MatchDecision = {
    ...decide({}, [aPerson()]),
    outcome: "review",
    rule: "low_score",
  };
  expect(routeDecision(decision)).toEqual({ force: "police", rule: "policeUnsure" });
});
