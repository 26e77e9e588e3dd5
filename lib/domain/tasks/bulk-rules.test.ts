import { describe, expect, it, test } from "vitest";
import { matchRecord } from "@/lib/domain/matching/decide";
import { CURRENT_MODEL as MODEL } from "@/lib/domain/matching/model";
import { aPerson, aRecord } from "@/lib/domain/matching/people.fixture";
import type { Candidate, MatchSubject } from "@/lib/domain/matching/vocabulary";
import {
  type AppliedRule,
  BULK_RULE_NAMES,
  BULK_RULES,
  type BulkRow,
  bulkLevels,
  bulkRefusal,
  bulkRulesFor,
} from "./bulk-rules";
import { mayCorrect } from "./field-policy";

const SLIP: AppliedRule = { rule: "takeRegistry", field: "fullName", level: "typo_1" };
const record = (given: Parameters<typeof aRecord>[0] = {}) =>
  aRecord({ fullName: "Nguyễn Thị Hoàn", ...given });

function rowOf(subject: MatchSubject, people: Candidate[], given: Partial<BulkRow> = {}): BulkRow {
  const decision = matchRecord(subject, people, MODEL);
  const personId = decision.candidates[0]?.personId ?? null;
  return { decision, personId, rejected: false, confirmed: false, ...given };
}

const refusalOf = (row: BulkRow, applied = SLIP) => bulkRefusal(row, applied, MODEL);
const THE_PERSON = aPerson({ fullName: "Nguyễn Thị Hòa" });

describe("a rule for one row", () => {
  it("is applied where the number agrees and the one difference is the cluster's", () => {
    expect(refusalOf(rowOf(record(), [THE_PERSON]))).toBeNull();
  });

  it.each<[string, Partial<BulkRow>]>([
    ["confirmed", { confirmed: true }],
    ["rejectedBefore", { rejected: true }],
    ["candidateChanged", { personId: "somebody else" }],
    ["noCandidate", { personId: null }],
  ])("is refused: %s", (reason, given) => {
    expect(refusalOf(rowOf(record(), [THE_PERSON], given))).toBe(reason);
  });

  it("is refused where nobody is found, the number differs or the difference is another one", () => {
    expect(refusalOf(rowOf(record(), []))).toBe("noCandidate");
    const fullName = "Nguyễn Thị Hòa";
    const idNumber = `${THE_PERSON.idNumber?.slice(0, -1)}${THE_PERSON.idNumber?.endsWith("9") ? 8 : 9}`;
    const other = rowOf(record({ fullName, idNumber }), [THE_PERSON]);
    expect(refusalOf(other)).toBe("numberDiffers");
    const same = rowOf(record({ fullName }), [THE_PERSON]);
    expect(refusalOf(same)).toBe("otherDifference");
  });

  it("is refused where another difference would be left for a person", () => {
    const two = rowOf(record({ birthDate: "27/11/1961" }), [THE_PERSON]);
    expect(refusalOf(two)).toBe("moreDifferences");
  });

  it("is refused where somebody else comes close", () => {
    const twin = { ...THE_PERSON, personId: "twin" };
    expect(refusalOf(rowOf(record(), [THE_PERSON, twin]))).toBe("narrow");
  });

  it("keeps the record only where by now everything agrees", () => {
    const keep: AppliedRule = { ...SLIP, rule: "keepRecord" };
    expect(refusalOf(rowOf(record(), [THE_PERSON]), keep)).toBe("stillDiffers");
    const agreeing = rowOf(record(), [aPerson({ fullName: "Nguyễn Thị Hoàn" })]);
    expect(refusalOf(agreeing, keep)).toBeNull();
  });
});

describe("the rules", () => {
  test("leave to single work what may be somebody else", () => {
    for (const force of ["health", "police"] as const) {
      const levels = bulkLevels(force).map(({ field, level }) => `${field}.${level}`);
      for (const never of ["fullName.different", "fullName.given_only", "birthDate.different"]) {
        expect(levels).not.toContain(never);
      }
      for (const never of ["idNumber.different", "idNumber.missing", "idNumber.unlinked"]) {
        expect(levels).not.toContain(never);
      }
    }
    expect(bulkRulesFor("health", { field: "idNumber", level: "one_digit" })).toEqual([]);
    expect(bulkLevels("hamlet")).toEqual([]);
  });

  test("name differences that the model knows", () => {
    for (const { field, level } of [...bulkLevels("health"), ...bulkLevels("police")]) {
      expect(MODEL.fields[field], `${field}.${level}`).toHaveProperty(level);
    }
  });

  test("do nothing that a single officer of their force may not", () => {
    for (const name of BULK_RULE_NAMES) {
      const { force } = BULK_RULES[name];
      for (const { field } of bulkLevels(force)) {
        const sources = { current: {}, registry: { [field]: "x" }, sameNumber: true };
        expect(mayCorrect(force, { field, to: "x" }, sources)).toMatchObject({ ok: true });
      }
    }
  });
});
