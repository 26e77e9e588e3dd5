import { expect, test } from "vitest";
import { MODEL_V1 } from "../model";
import { aRecord } from "../people.fixture";
import { decideFromAnswers, nextQuestion } from "./decide-from-answers";
import { planQuestions } from "./plan-questions";
import { partsOf, REPAIR_KINDS } from "./question";

type Given = Parameters<typeof aRecord>[0];

/** Asks until the question with this number is answered with true; 0 is never. */
function decide(given: Given, rightAt: number) {
  const subject = aRecord(given);
  const questions = planQuestions(subject, MODEL_V1);
  const answers: boolean[] = [];
  for (let next = nextQuestion(questions, answers); next; next = nextQuestion(questions, answers)) {
    answers.push(next.number === rightAt);
  }
  return {
    ...decideFromAnswers(subject, { questions, answers }, MODEL_V1),
    asked: answers.length,
    repairKinds: questions[rightAt - 1]?.kinds,
  };
}

const codes = (decided: { explanation: { code: string }[] }) =>
  decided.explanation.map(({ code }) => code).join(" ");

test("right as it is: matched, and nothing more is asked", () => {
  const decided = decide({}, 1);
  expect(decided).toMatchObject({
    outcome: "matched",
    rule: "gateway_right",
    mainClass: "same",
    mainField: null,
    asked: 1,
    repairs: [],
    candidates: [],
    settlingField: null,
  });
  expect(decided.classes.map((one) => `${one.field}:${one.class}`).join(";")).toBe(
    "fullName:same;birthDate:same;sex:same;idNumber:same",
  );
  expect(codes(decided)).toBe("lead.matched asked.right");
});

test("right with the zero put back: repaired with the values of the question", () => {
  const decided = decide({ idNumber: "79185001234" }, 2);
  expect(decided).toMatchObject({
    outcome: "repaired",
    rule: "gateway_right_repaired",
    mainClass: "leading_zero",
    mainField: "idNumber",
    asked: 2,
    repairs: [{ field: "idNumber", from: "79185001234", to: "079185001234" }],
  });
  expect(codes(decided)).toBe("lead.repaired asked.rightAfter fix.idNumber.restored");
});

test("two repairs at once: both values, the graver class first", () => {
  const given = { fullName: "NguyÔn ThÞ Hßa", idNumber: "79185001234", birthDate: "03/12/1985" };
  const decided = decide(given, 3);
  expect(decided.repairKinds).toContain("birthDate.swapped");
  expect(decided.repairs).toEqual([
    { field: "fullName", from: "NguyÔn ThÞ Hßa", to: expect.stringMatching(/^Nguyễn/) },
    { field: "birthDate", from: "1985-12-03", to: "1985-03-12" },
    { field: "idNumber", from: "79185001234", to: "079185001234" },
  ]);
  expect([decided.mainClass, decided.mainField]).toEqual(["swapped_date", "birthDate"]);
  expect(codes(decided)).toBe(
    "lead.repaired asked.rightAfter fix.idNumber.restored fix.fullName.encoding fix.birthDate.swapped",
  );
});

test("always wrong: unmatched, without saying which field is wrong", () => {
  const decided = decide({}, 0);
  expect(decided).toMatchObject({
    outcome: "unmatched",
    rule: "gateway_wrong",
    mainClass: "different",
    mainField: null,
    repairs: [],
    classes: [],
  });
  expect(decided.asked).toBeGreaterThan(1);
  expect(codes(decided)).toBe("lead.unmatched asked.wrong");
  expect(decided.explanation[1]?.params).toEqual({ count: decided.asked });
  const once = decide({ fullName: "Lê Nam", birthDate: "25/03/1985" }, 0);
  expect(codes(once)).toBe("lead.unmatched asked.wrongOnce");
});

test.each<[Given, string, string]>([
  [{ idNumber: null }, "idNumber:missing", "idNumber.missing"],
  [{ idNumber: "12345" }, "idNumber:missing", "idNumber.unusable"],
  [
    { birthDate: null, sex: null },
    "birthDate:missing;sex:missing",
    "birthDate.missing sex.missing",
  ],
])("%o: insufficient, and not asked", (given, classes, reason) => {
  const decided = decide(given, 1);
  expect(decided).toMatchObject({
    outcome: "insufficient",
    rule: "gateway_not_asked",
    mainClass: "missing",
    asked: 0,
  });
  expect(decided.classes.map((one) => `${one.field}:${one.class}`).join(";")).toBe(classes);
  expect(codes(decided)).toBe(`lead.insufficient asked.not ${reason}`);
});

test("a foreigner is not compared, whatever else is there", () => {
  expect(decide({ foreign: true }, 1)).toMatchObject({
    outcome: "not_applicable",
    rule: "foreigner",
    asked: 0,
    classes: [],
  });
});

test("deciding before the asking is over is a mistake of the program", () => {
  const subject = aRecord({ idNumber: "79185001234" });
  const questions = planQuestions(subject, MODEL_V1);
  expect(() => decideFromAnswers(subject, { questions, answers: [false] }, MODEL_V1)).toThrow();
});

test("every repair is a level of the model", () => {
  for (const kind of REPAIR_KINDS) {
    const { field, level } = partsOf(kind);
    expect(MODEL_V1.fields[field][level]).toBeDefined();
  }
});
