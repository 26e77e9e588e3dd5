import { describe, expect, test } from "vitest";
import { formatBirthDate } from "@/lib/domain/records/partial-date";
import { MODEL_V1 } from "../model";
import { aRecord } from "../people.fixture";
import { planQuestions, unaskable } from "./plan-questions";
import { strictKey } from "./protocol";

type Given = Parameters<typeof aRecord>[0];

/** Repairs and the four fields of each question, in the order of asking. */
function planned(given: Given) {
  return planQuestions(aRecord(given), MODEL_V1).map(({ kinds, identity }) => [
    kinds.join(" "),
    identity.fullName,
    formatBirthDate(identity.birthDate),
    identity.idNumber,
  ]);
}

const kinds = (given: Given) => planned(given).map(([repairs]) => repairs);

describe("the record as it is comes first", () => {
  test("and a record without anything to repair is asked about once", () => {
    expect(planned({ fullName: "Lê Văn Nam", birthDate: "25/12/1985" })).toEqual([
      ["", "Lê Văn Nam", "25/12/1985", "079185001234"],
    ]);
  });
  test("with its four fields untouched, however damaged they are", () => {
    const given = { fullName: "NguyÔn ThÞ Hßa", idNumber: "'79185001234" };
    expect(planned(given)[0]).toEqual(["", "NguyÔn ThÞ Hßa", "12/03/1985", "'79185001234"]);
  });
  test("with the precision of its date", () => {
    const [question] = planQuestions(aRecord({ birthDate: "1985" }), MODEL_V1);
    expect(question?.identity.birthDate).toEqual({ value: "1985-01-01", precision: "year" });
  });
});

describe("safe repairs follow, the likeliest first", () => {
  test.each<[string, Given, string[]]>([
    ["day and month", { fullName: "Lê Văn Nam" }, ["", "birthDate.swapped"]],
    ["not for the 13th", { fullName: "Lê Văn Nam", birthDate: "13/03/1985" }, [""]],
    ["not for equal parts", { fullName: "Lê Văn Nam", birthDate: "03/03/1985" }, [""]],
    [
      "a lost zero before all else",
      { fullName: "Lê Thị Nam", idNumber: "79185001234" },
      ["", "idNumber.restored", "idNumber.restored birthDate.swapped"],
    ],
    [
      "spaces in the number",
      { fullName: "Lê Văn Nam", birthDate: "25/03/1985", idNumber: "079 185 001 234" },
      ["", "idNumber.spacing"],
    ],
    [
      "tone place",
      { fullName: "Nguyễn Thị Hoà", birthDate: "25/03/1985" },
      ["", "fullName.tone_place"],
    ],
    [
      "tone place on the other vowel too",
      { fullName: "Nguyễn Thị Hòa", birthDate: "25/03/1985" },
      ["", "fullName.tone_place"],
    ],
    ["i and y", { fullName: "Trần Thị Mĩ", birthDate: "25/03/1985" }, ["", "fullName.i_y"]],
    [
      "i and y, but no other place for the tone of quý",
      { fullName: "Lê Quý", birthDate: "25/03/1985" },
      ["", "fullName.i_y"],
    ],
    ["raw typing", { fullName: "Leef Vawn Nam", birthDate: "25/03/1985" }, ["", "fullName.typing"]],
    ["hỏi for ngã", { fullName: "Lê Văn Dủng", birthDate: "25/03/1985" }, ["", "fullName.hoi_nga"]],
    ["D for Đ", { fullName: "Lê Văn Dức", birthDate: "25/03/1985" }, ["", "fullName.d_bar"]],
  ])("%s", (_, given, expected) => {
    expect(kinds(given)).toEqual(expected);
  });

  test("two that are likely are asked about together before either alone", () => {
    const both = kinds({ fullName: "NguyÔn ThÞ Hßa", idNumber: "79185001234" });
    expect(both[1]).toBe("idNumber.restored fullName.encoding");
    expect(both).toHaveLength(5);
  });
  test("the damage of the text is undone: the name as it is written", () => {
    expect(planned({ fullName: "NguyÔn ThÞ Hßa" })[1]?.[1]).toBe("Nguyễn Thị Hòa");
    expect(planned({ fullName: "NGUYỄN THỊ HOÀ" })[2]?.[1]).toBe("NGUYỄN THỊ HOÀ");
    expect(planned({ fullName: "NGUYỄN THỊ HOÀ" })[1]?.[1]).toBe("Nguyễn Thị Hòa");
  });
});

describe("a zero put back", () => {
  const name = { fullName: "Lê Thị Nam" };
  test("into a number that sex and year bear out is the second question", () => {
    expect(kinds({ ...name, idNumber: "79185001234" })[1]).toBe("idNumber.restored");
  });
  test.each(["79085001234", "79186001234", "79385001234"])(
    "into one that they deny (%s) is not asked",
    (idNumber) => expect(kinds({ ...name, idNumber })).toEqual([""]),
  );
  test("makes nine digits of eight and twelve of ten", () => {
    expect(planned({ ...name, idNumber: "24123457" })[1]?.[3]).toBe("024123457");
    expect(planned({ ...name, idNumber: "1185001234" })[1]?.[3]).toBe("001185001234");
  });
});

describe("what is not a safe repair is not asked", () => {
  test.each<[string, Given]>([
    ["other marks", { fullName: "Nguyễn Văn Hoa" }],
    ["no marks at all", { fullName: "NGUYEN VAN HOA" }],
    ["a regional form", { fullName: "Huỳnh Văn Nam" }],
    ["an abbreviation", { fullName: "Ng. Văn Nam" }],
    ["a surname that is known as it is", { fullName: "Võ Văn Nam" }],
    ["Thi is no Thy", { fullName: "Lê Thi" }],
    ["Quỳnh is no oa, oe, uy", { fullName: "Lê Quỳnh" }],
    ["qua and quy have one place", { fullName: "Lê Quả" }],
  ])("%s", (_, given) => {
    expect(kinds({ birthDate: "25/03/1985", ...given })).toEqual([""]);
  });
});

test.each<[string, Given, string[]]>([
  ["a foreigner", { foreign: true }, []],
  ["no number", { idNumber: null }, ["idNumber"]],
  ["a passport", { idNumber: "C1234567" }, ["idNumber"]],
  ["digits of nobody", { idNumber: "111111111111" }, ["idNumber"]],
  ["ten digits that are a phone", { idNumber: "0901234567" }, ["idNumber"]],
  ["no name", { fullName: " - " }, ["fullName"]],
  ["no date", { birthDate: null }, ["birthDate"]],
  ["no sex", { sex: null }, ["sex"]],
])("%s is not asked about", (_, given, missing) => {
  expect(planQuestions(aRecord(given), MODEL_V1)).toEqual([]);
  expect(unaskable(aRecord(given), MODEL_V1)).toEqual(missing);
});

test("no record is asked about more than five times, and never twice the same", () => {
  for (const fullName of [
    "NGUYÔN THÞ HßA",
    "Lý Thuỵ Mĩ Hoà",
    "Dỗ Thị Dức Hòa Quí",
    "Leef Thij Hoaf",
  ]) {
    for (const idNumber of ["79 185 001 234", "024123457", "079185001234"]) {
      const questions = planQuestions(aRecord({ fullName, idNumber }), MODEL_V1);
      const keys = questions.map(({ identity }) => {
        const { value: birthDate, precision } = identity.birthDate;
        return strictKey({ ...identity, birthDate, precision });
      });
      expect(questions.length).toBeLessThanOrEqual(5);
      expect(new Set(keys).size).toBe(keys.length);
      expect(questions.map(({ number }) => number)).toEqual(keys.map((_, at) => at + 1));
    }
  }
});
