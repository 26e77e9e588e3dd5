import { describe, expect, it } from "vitest";
import { FORCES } from "@/lib/domain/access/roles";
import { matchRecord } from "@/lib/domain/matching/decide";
import { CURRENT_MODEL } from "@/lib/domain/matching/model";
import { routeDecision } from "../routing";
import { candidateOf, type Exercise, STEPS_OF, subjectOf, type Wanted } from "./exercise";
import { EXERCISES } from "./exercises";
import { judge, type PracticeAnswer, scorePractice } from "./judge";
import { practiceRows, practiceScore } from "./view";

const decisionOf = ({ record, person }: Exercise) =>
  matchRecord(subjectOf(record), person ? [candidateOf(person)] : [], CURRENT_MODEL);

const givenFor = (wanted: Wanted) =>
  typeof wanted === "string"
    ? { choice: wanted, value: "" }
    : { choice: "edit", value: wanted.typed };

function rightAnswer({ step, fields }: Exercise): PracticeAnswer {
  const value = Object.entries(fields).map(([field, wanted]) => [field, givenFor(wanted)]);
  return { step, value: Object.fromEntries(value) };
}

const all = FORCES.flatMap((force) =>
  EXERCISES[force].map((exercise) => ({ id: exercise.id, force, exercise })),
);

describe.each(FORCES)("the exercises of %s", (force) => {
  it("are eight to ten", () => {
    expect(EXERCISES[force].length).toBeGreaterThanOrEqual(8);
    expect(EXERCISES[force].length).toBeLessThanOrEqual(10);
  });

  it("have at least one that is not simply settled", () => {
    const others = EXERCISES[force].filter(({ step }) => step !== "settle");
    expect(others.length).toBeGreaterThan(0);
    expect(others.every(({ step }) => STEPS_OF[force].includes(step))).toBe(true);
  });
});

describe.each(all)("exercise $id", ({ force, exercise }) => {
  it("would come to this force from the engine itself", () => {
    expect(routeDecision(decisionOf(exercise))?.force).toBe(force);
  });

  it.skipIf(exercise.person === null)("shows the class that it teaches", () => {
    const decision = decisionOf(exercise);
    const classes = decision.candidates[0]?.fields.map((field) => field.class) ?? [];
    expect([...classes, decision.mainClass]).toContain(exercise.class);
  });

  it("is right with its own answer, and wrong with any other step", () => {
    const answer = rightAnswer(exercise);
    expect(judge(exercise, answer, CURRENT_MODEL)).toEqual({ right: true, step: true, fields: [] });
    for (const step of STEPS_OF[force].filter((one) => one !== exercise.step)) {
      expect(judge(exercise, { ...answer, step }, CURRENT_MODEL).right).toBe(false);
    }
  });

  it("is wrong with nothing chosen, where something had to be", () => {
    const asked = Object.keys(exercise.fields);
    const found = judge(exercise, { step: exercise.step, value: {} }, CURRENT_MODEL);
    expect(found.fields).toEqual(asked);
    expect(found.right).toBe(asked.length === 0);
  });

  it.skipIf(exercise.person === null || exercise.step !== "settle")(
    "reaches the threshold once it is settled",
    () => {
      const { value } = rightAnswer(exercise);
      const before = practiceScore(exercise, {}, CURRENT_MODEL)?.score;
      const after = practiceScore(exercise, value, CURRENT_MODEL)?.score;
      expect(before).toBeLessThan(CURRENT_MODEL.acceptScore);
      expect(after).toBeGreaterThanOrEqual(CURRENT_MODEL.acceptScore);
    },
  );
});

describe("a typed value", () => {
  const exercise = EXERCISES.hamlet.find(({ id }) => id === "noMarks") as Exercise;
  const typed = (fullName: string, idNumber: string) =>
    judge(
      exercise,
      {
        step: "settle",
        value: {
          fullName: { choice: "edit", value: fullName },
          idNumber: { choice: "edit", value: idNumber },
        },
      },
      CURRENT_MODEL,
    ).fields;

  it("is taken in any way of writing it", () => {
    expect(typed("LÊ THỊ BÉ BA ", "072 181 000 933")).toEqual([]);
    expect(typed("Lê Thị Bé Ba".normalize("NFD"), "072181000933")).toEqual([]);
  });

  it("is not taken without its marks, or with one digit wrong", () => {
    expect(typed("LE THI BE BA", "072181000933")).toEqual(["fullName"]);
    expect(typed("Lê Thị Bé Ba", "072181000934")).toEqual(["idNumber"]);
    expect(typed("", "")).toEqual(["fullName", "idNumber"]);
  });
});

describe("the rows", () => {
  it("mask numbers and hide equal registry values from health, as the real screen does", () => {
    const [exercise] = EXERCISES.health as [Exercise];
    const rows = practiceRows(exercise, "health", CURRENT_MODEL);
    expect(rows.find(({ field }) => field === "idNumber")).toMatchObject({
      record: "0721****0911",
      other: null,
      withheld: true,
    });
    expect(rows.find(({ field }) => field === "birthDate")).toMatchObject({
      record: "12/08/1985",
      other: "12/03/1985",
    });
  });
});

describe("the score", () => {
  const exercises = EXERCISES.health;
  const answers = Object.fromEntries(exercises.map((one) => [one.id, rightAnswer(one)]));

  it("counts what was right", () => {
    expect(scorePractice(exercises, answers, CURRENT_MODEL)).toEqual({
      right: exercises.length,
      total: exercises.length,
      mistakes: {},
    });
  });

  it("counts what was wrong by class, and what was left out as wrong", () => {
    const { wrongMonth: _, ...others } = answers;
    const wrong = { ...others, recordIsRight: { step: "settle", value: {} } };
    expect(scorePractice(exercises, wrong, CURRENT_MODEL)).toEqual({
      right: exercises.length - 2,
      total: exercises.length,
      mistakes: { typo: 2 },
    });
  });

  it("takes no answer from what every object has", () => {
    const odd = [{ ...(exercises[0] as Exercise), id: "constructor" }];
    expect(scorePractice(odd, {}, CURRENT_MODEL).right).toBe(0);
  });
});
