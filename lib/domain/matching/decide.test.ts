import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchRecord } from "./decide";
import { MODEL_V1 } from "./model";
import { aPerson, aRecord } from "./people.fixture";
import type { Candidate, MatchSubject } from "./vocabulary";

const decide = (record: MatchSubject, ...people: Candidate[]) =>
  matchRecord(record, people, MODEL_V1);

describe("one person carries the number", () => {
  test.each<[string, Parameters<typeof aRecord>[0], string, string, string]>([
    ["equal", {}, "matched", "all_agree", "same"],
    ["capitals", { fullName: "NGUYỄN THỊ HÒA" }, "matched", "all_agree", "format"],
    ["tone place", { fullName: "Nguyễn Thị Hoà" }, "matched", "all_agree", "format"],
    ["no marks", { fullName: "NGUYEN THI HOA" }, "matched", "all_agree", "no_diacritics"],
    ["encoding", { fullName: "NguyÔn ThÞ Hßa" }, "repaired", "safe_repair", "format"],
    ["zero lost", { idNumber: "79185001234" }, "repaired", "safe_repair", "leading_zero"],
    ["old number", { idNumber: "024123457" }, "repaired", "safe_repair", "old_number"],
    ["swapped date", { birthDate: "03/12/1985" }, "repaired", "safe_repair", "swapped_date"],
    ["abbreviated", { fullName: "Ng. Thị Hòa" }, "repaired", "safe_repair", "abbreviated"],
    ["other mark", { fullName: "Nguyễn Thị Hóa" }, "review", "number_one_field", "diacritics"],
    ["mark left out", { fullName: "Nguyễn Thị Hoa" }, "review", "number_one_field", "diacritics"],
    ["typo", { fullName: "Nguyễn Thị Hoàn" }, "review", "number_one_field", "typo"],
    ["month", { birthDate: "12/08/1985" }, "review", "number_one_field", "typo"],
    ["year only", { birthDate: "1985" }, "repaired", "safe_repair", "partial_date"],
    ["first of January", { birthDate: "01/01/1985" }, "repaired", "safe_repair", "partial_date"],
    ["another year only", { birthDate: "1986" }, "review", "number_one_field", "different"],
    ["lunar year", { birthDate: "12/03/1986" }, "repaired", "safe_repair", "typo"],
    ["middle name left out", { fullName: "Nguyễn Hòa" }, "repaired", "safe_repair", "abbreviated"],
    ["sex against its own number", { sex: "male" }, "repaired", "safe_repair", "typo"],
    [
      "sex under an old number",
      { sex: "male", idNumber: "024123457" },
      "review",
      "number_one_field",
      "different",
    ],
    ["sex missing", { sex: null }, "repaired", "safe_repair", "missing"],
    ["date missing", { birthDate: null }, "review", "number_field_missing", "missing"],
    [
      "two fields, however little they differ",
      { fullName: "Nguyễn Thị Hoàn", birthDate: "12/08/1985" },
      "unmatched",
      "number_several_fields",
      "typo",
    ],
    [
      "one field, and one that alone would be repaired",
      { fullName: "Nguyễn Thị Hoàn", birthDate: "1985" },
      "review",
      "number_light_fields",
      "typo",
    ],
    [
      "two fields",
      { sex: "male", birthDate: "25/11/1970" },
      "unmatched",
      "number_several_fields",
      "different",
    ],
    ["other name", { fullName: "Trần Văn Nam" }, "unmatched", "number_other_name", "different"],
  ])("%s", (_, given, ...expected) => {
    const { outcome, rule, mainClass } = decide(aRecord(given), aPerson());
    expect([outcome, rule, mainClass]).toEqual(expected);
  });
});

describe("conditional differences excuse nothing by twos", () => {
  const dung = aPerson({ fullName: "Lê Văn Dũng", sex: "male", idNumber: "079085001234" });
  const record = (given: Parameters<typeof aRecord>[0]) =>
    aRecord({ fullName: "Lê Văn Dủng", sex: "male", idNumber: "079085001234", ...given });

  test("hỏi for ngã is seen through when number, date and sex agree", () => {
    expect(decide(record({}), dung).outcome).toBe("repaired");
  });
  test.each([
    ["the date is swapped too", { birthDate: "03/12/1985" }],
    ["the date differs", { birthDate: "12/04/1985" }],
    ["the sex is missing", { sex: null }],
    ["the number differs", { idNumber: "079085001244" }],
  ])("but not when %s", (_, given) => {
    expect(["review", "unmatched"]).toContain(decide(record(given), dung).outcome);
  });
  test("a shortened name is accepted only under a number that was not repaired", () => {
    const short = { fullName: "Nguyễn Hòa" };
    expect(decide(aRecord(short), aPerson()).outcome).toBe("repaired");
    expect(decide(aRecord({ ...short, idNumber: "79185001234" }), aPerson()).outcome).toBe(
      "review",
    );
  });
});

test.each([
  ["Huỳnh Thị Hòa", "Hoàng Thị Hòa"],
  ["Võ Thị Hòa", "Vũ Thị Hòa"],
  ["HUYNH THI HOA", "Hoàng Thị Hòa"],
  ["Phan Thị Hòa", "Phạm Thị Hòa"],
  ["Trần Thị Phước", "Trần Thị Phúc"],
  ["Trần Thị Xinh", "Trần Thị Sinh"],
])("%s is never taken for %s, whatever else agrees", (mine, theirs) => {
  const decision = decide(aRecord({ fullName: mine }), aPerson({ fullName: theirs }));
  expect([decision.outcome, decision.mainClass]).toEqual(["review", "regional"]);
});

describe("the number settles nothing", () => {
  test.each<[string, Parameters<typeof aRecord>[0], Candidate[], string, string]>([
    ["none, nobody alike", { idNumber: null }, [], "insufficient", "no_number_none"],
    ["unusable, nobody alike", { idNumber: "111111111111" }, [], "insufficient", "no_number_none"],
    ["none, somebody alike", { idNumber: null }, [aPerson()], "review", "no_number_proposed"],
    ["valid, nobody", { idNumber: "001185077777" }, [], "unmatched", "number_not_found"],
    ["CMND, nobody", { idNumber: "111222334" }, [], "unmatched", "number_not_found"],
    [
      "valid, somebody alike",
      { idNumber: "001185077777" },
      [aPerson()],
      "unmatched",
      "number_not_found_proposed",
    ],
    ["CMND, somebody alike", { idNumber: "111222334" }, [aPerson()], "review", "number_not_linked"],
    [
      "valid, somebody unlike",
      { idNumber: "001185077777", fullName: "Trần Văn Nam" },
      [aPerson()],
      "unmatched",
      "number_not_found",
    ],
  ])("%s", (_, given, ...rest) => {
    const [people, ...expected] = rest;
    const { outcome, rule } = decide(aRecord(given), ...people);
    expect([outcome, rule]).toEqual(expected);
  });

  test("a foreigner is not compared, even with a candidate", () => {
    const decision = decide(aRecord({ foreign: true }), aPerson());
    expect(decision).toMatchObject({
      outcome: "not_applicable",
      rule: "foreigner",
      candidates: [],
    });
  });

  test("a CMND that nobody is known by is named as the thing to settle", () => {
    const decision = decide(aRecord({ idNumber: "111222334" }), aPerson());
    expect(decision).toMatchObject({
      outcome: "review",
      mainClass: "old_number",
      mainField: "idNumber",
      settlingField: "idNumber",
    });
  });
});

describe("two people are never made one", () => {
  const born = { birthDate: "12/03/2010", sex: "male" } as const;
  const hung = { ...born, personId: "a", fullName: "Lê Văn Hùng", idNumber: "079210001234" };
  const hung2 = { ...born, personId: "b", fullName: "Lê Văn Hưng", idNumber: "079210001235" };
  const twins = [aPerson({ ...hung, oldIds: [] }), aPerson({ ...hung2, oldIds: [] })];

  test("each twin finds himself", () => {
    const decision = decide(aRecord(hung), ...twins);
    expect([decision.outcome, decision.candidates[0]?.personId]).toEqual(["matched", "a"]);
  });
  test("one twin under the other's number goes to a person, and neither wins", () => {
    const decision = decide(aRecord({ ...hung, idNumber: hung2.idNumber }), ...twins);
    expect([decision.outcome, decision.rule]).toEqual(["unmatched", "number_of_another"]);
  });
  test("without a number both are proposed", () => {
    const decision = decide(
      aRecord({ ...hung, fullName: "LE VAN HUNG", idNumber: null }),
      ...twins,
    );
    expect(decision.outcome).toBe("review");
    expect(decision.candidates).toHaveLength(2);
  });
  test("a brother one letter apart under his own number is nobody's record", () => {
    const brother = aRecord({ ...hung, fullName: "Lê Văn Hùn", idNumber: "079210009999" });
    expect(["review", "unmatched"]).toContain(decide(brother, ...twins).outcome);
  });
  test("two holders of one number are left to people", () => {
    const other = aPerson({ personId: "z", idNumber: "001185000001", oldIds: ["079185001234"] });
    expect(decide(aRecord(), aPerson(), other).rule).toBe("narrow_margin");
  });
  test("a parent's number entered for a child", () => {
    const child = aRecord({ fullName: "Lê Minh An", birthDate: "02/09/2012" });
    expect(decide(child, aPerson()).rule).toBe("number_other_name");
  });
});

describe("what would settle it", () => {
  test.each<[Parameters<typeof aRecord>[0], string | null]>([
    [{ birthDate: "12/08/1985" }, "birthDate"],
    [{ birthDate: "12/08/1985", fullName: "NGUYEN THI HOA" }, "birthDate"],
    [{ birthDate: "03/12/1985", fullName: "Nguyễn Thị Hoàn" }, "fullName"],
    [{ fullName: "Nguyễn Thị Hóa" }, "fullName"],
    [{ sex: "male", idNumber: "024123457" }, "sex"],
    [{ birthDate: null }, "birthDate"],
    [{ idNumber: null }, "idNumber"],
    [{ sex: "male", birthDate: "12/08/1985" }, "birthDate"],
    [{ fullName: "Nguyễn Thị Hoàn", birthDate: "12/08/1985" }, null],
    [{}, null],
  ])("%j → %s", (given, field) => {
    expect(decide(aRecord(given), aPerson()).settlingField).toBe(field);
  });
});

test("repairs carry the value received and the registry's", () => {
  const record = aRecord({ idNumber: "79185001234", birthDate: "03/12/1985" });
  expect(decide(record, aPerson()).repairs).toEqual([
    { field: "birthDate", from: "1985-12-03", to: "1985-03-12" },
    { field: "idNumber", from: "79185001234", to: "079185001234" },
  ]);
  expect(decide(aRecord({ birthDate: "12/08/1985" }), aPerson()).repairs).toEqual([]);
});

test("the same commune puts one of two equal candidates first", () => {
  const people = ["a", "b"].map((personId) =>
    aPerson({
      personId,
      idNumber: `00118500000${personId === "a" ? 1 : 2}`,
      communeCode: personId,
    }),
  );
  const decision = decide(aRecord({ idNumber: null, communeCode: "b" }), ...people);
  expect(decision.candidates.map((scored) => scored.personId)).toEqual(["b", "a"]);
});

test("the decision does not depend on the order of candidates", () => {
  const names = ["Nguyễn Thị Hòa", "Nguyễn Thị Hoa", "Nguyễn Thị Hoàn", "Trần Văn Nam"];
  const person = fc.record({
    fullName: fc.constantFrom(...names),
    birthDate: fc.constantFrom("12/03/1985", "03/12/1985", "1985", null),
    idNumber: fc.constantFrom("079185001234", "079185001235", null),
  });
  const people = fc
    .array(person, { minLength: 1, maxLength: 6 })
    .map((list) => list.map((given, at) => aPerson({ ...given, personId: `p${at}` })));
  const shuffled = people.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(person, shuffled, (given, [list, mixed]) => {
      const record = aRecord(given);
      expect(JSON.stringify(decide(record, ...mixed))).toBe(
        JSON.stringify(decide(record, ...list)),
      );
    }),
  );
});
