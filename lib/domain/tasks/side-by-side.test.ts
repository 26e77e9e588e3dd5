import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FORCES, type Force } from "@/lib/domain/access/roles";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { aPerson, aRecord } from "@/lib/domain/matching/people.fixture";
import { scoreCandidate } from "@/lib/domain/matching/score";
import type { MatchSubject } from "@/lib/domain/matching/vocabulary";
import { writtenIdentity } from "@/lib/domain/records/field-value";
import { maskNumber } from "@/lib/domain/records/mask";
import { IDENTITY_FIELDS } from "./field-policy";
import { type FieldRow, fieldRows } from "./side-by-side";

const VIEWERS: readonly (Force | null)[] = [...FORCES, null];

/** The rows of a record beside a person, compared by the engine itself. */
function rows(record: MatchSubject, viewer: Force | null, person = aPerson()): FieldRow[] {
  const comparisons = scoreCandidate(record, person, MODEL_V1).fields;
  const [ours, other] = [writtenIdentity(record), writtenIdentity(person)];
  return fieldRows({ record: ours, other, comparisons, confirmed: false }, viewer);
}

function rowOf(field: FieldRow["field"], of: FieldRow[]): FieldRow {
  const row = of.find((one) => one.field === field);
  if (!row) throw new Error(`no row of ${field}`);
  return row;
}

describe("a health worker", () => {
  const seen = rows(aRecord({ birthDate: "12/08/1985" }), "health");

  it("sees the registry's value where it differs", () => {
    expect(rowOf("birthDate", seen)).toMatchObject({
      record: "12/08/1985",
      other: "12/03/1985",
      withheld: false,
    });
  });

  it("is told of an equal value, and not shown it", () => {
    for (const field of ["fullName", "sex", "idNumber"] as const) {
      expect(rowOf(field, seen)).toMatchObject({ other: null, withheld: true, class: "same" });
    }
  });

  it("sees what police confirmed, whole but for the number", () => {
    const identity = writtenIdentity(aPerson());
    const comparisons = scoreCandidate(aRecord(), aPerson(), MODEL_V1).fields;
    const sources = { record: identity, other: identity, comparisons, confirmed: true };
    expect(fieldRows(sources, "health").map((row) => row.other)).toEqual([
      "Nguyễn Thị Hòa",
      "12/03/1985",
      "female",
      "0791****1234",
    ]);
  });
});

it("what police confirmed is judged by itself, not by what the registry has", () => {
  const record = writtenIdentity(aPerson());
  const other = { ...record, birthDate: "13/03/1985" };
  const seen = fieldRows({ record, other, comparisons: [], confirmed: true }, "health");
  expect(seen.map((row) => row.class)).toEqual(["same", "different", "same", "same"]);
  const alone = fieldRows({ record, other: null, comparisons: [], confirmed: false }, "police");
  expect(alone.map((row) => row.class)).toEqual(["missing", "missing", "missing", "missing"]);
});

it("police see every value of the registry", () => {
  const seen = rows(aRecord(), "police");
  expect(seen.map((row) => row.withheld)).toEqual([false, false, false, false]);
  expect(rowOf("fullName", seen).other).toBe("Nguyễn Thị Hòa");
});

it("there is a row for each field in the order of the screen, also without a comparison", () => {
  const alone = { record: {}, other: null, comparisons: [], confirmed: false };
  const seen = fieldRows(alone, "health");
  expect(seen.map((row) => row.field)).toEqual([...IDENTITY_FIELDS]);
  for (const row of seen) {
    expect(row).toMatchObject({ record: null, other: null, class: "missing", harmless: false });
  }
});

test.each([
  ["one digit", "079185001284", "********1284", "********1234"],
  ["a digit in front", "089185001234", "*8******1234", "*7******1234"],
  ["most of its digits", "001070077777", "0010****7777", "0791****1234"],
  ["its length", "79185001235", "7918***1235", "0791****1234"],
])("a number that differs in %s is masked so that the difference shows", (_, number, ...shown) => {
  const { record, other } = rowOf("idNumber", rows(aRecord({ idNumber: number }), "police"));
  expect([record, other]).toEqual(shown);
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const personal = digits(12).map((each) => each.join(""));
const number = fc.oneof(
  personal,
  digits(9).map((each) => each.join("")),
  digits(11).map((each) => each.join("")),
  fc.constant(null),
);
const identity = fc.record({
  fullName: fc.constantFrom("Nguyễn Thị Hòa", "NGUYỄN THỊ HÒA", "Nguyễn Thị Hoàn", "Trần Văn Nam"),
  birthDate: fc.constantFrom("12/03/1985", "03/12/1985", "1985", null),
  sex: fc.constantFrom("male" as const, "female" as const, null),
  idNumber: fc.oneof(number, fc.constant("079185001234")),
});

describe("whatever is compared", () => {
  it("health is never given the registry's value of a field that is equal", () => {
    fc.assert(
      fc.property(identity, identity, (mine, theirs) => {
        const seen = rows(aRecord(mine), "health", aPerson({ ...theirs, oldIds: [] }));
        for (const row of seen.filter((one) => one.class === "same")) {
          expect(row).toMatchObject({ other: null, withheld: true });
        }
      }),
    );
  });

  it("nobody is given a whole number, nor more of one than its plain mask shows", () => {
    const hidden = (text: string | null) => [...(text ?? "")].filter((one) => one === "*").length;
    fc.assert(
      fc.property(identity, identity, fc.constantFrom(...VIEWERS), (mine, theirs, viewer) => {
        const seen = rows(aRecord(mine), viewer, aPerson({ ...theirs, oldIds: [] }));
        const { record, other } = rowOf("idNumber", seen);
        for (const shown of [record, other]) {
          if (shown === null) continue;
          const plain = maskNumber("0".repeat(shown.length));
          expect(hidden(shown)).toBeGreaterThanOrEqual(hidden(plain));
          expect(hidden(shown)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a number is shown as long as it is, with its own digits", () => {
    fc.assert(
      fc.property(personal, personal, (mine, theirs) => {
        const record = aRecord({ idNumber: mine });
        const row = rowOf("idNumber", rows(record, "police", aPerson({ idNumber: theirs })));
        expect(row.record).toHaveLength(12);
        const wrong = [...(row.record ?? "")].filter((one, i) => one !== "*" && one !== mine[i]);
        expect(wrong).toEqual([]);
      }),
    );
  });
});
