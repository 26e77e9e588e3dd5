import type { aPerson, aRecord } from "../people.fixture";
import type { DifferenceClass, IdentityField, Outcome } from "../vocabulary";

export type WrittenRecord = NonNullable<Parameters<typeof aRecord>[0]>;
export type WrittenPerson = NonNullable<Parameters<typeof aPerson>[0]>;

/**
 * A record beside a person and what the engine must say. What is not written is the woman of
 * `people.fixture.ts`, the same on both sides.
 */
export interface ClassExample {
  /** Why the example is there. */
  note: string;
  field: IdentityField;
  record: WrittenRecord;
  person: WrittenPerson;
  /** Further persons of the registry whom the record could be taken for. */
  others: WrittenPerson[];
  /** The class of the field, and its level where that matters. */
  class: DifferenceClass;
  level: string | null;
  /** What is decided on the whole record; null where that is not the point. */
  outcome: Outcome | null;
}

/**
 * The examples of one class. `seen` are of this class: harmless ones must be seen through, the others
 * must be told apart from a greater difference. `neighbours` look alike and must not be taken so.
 */
export interface ClassTable {
  class: DifferenceClass;
  seen: readonly ClassExample[];
  neighbours: readonly ClassExample[];
}

/** What stands around the field in question, on either side. */
export interface Around {
  record?: WrittenRecord;
  person?: WrittenPerson;
  others?: WrittenPerson[];
  note?: string;
}

/** "class/level" or "class", the record's value, the person's, the outcome and what is around. */
export type Row = readonly [
  what: string,
  record: string | null,
  person: string | null,
  outcome?: Outcome | null,
  around?: Around,
];

function fromRow(field: IdentityField, row: Row): ClassExample {
  const [what, mine, theirs, outcome, around] = row;
  const [kind, level] = what.split("/");
  return {
    note: around?.note ?? "",
    field,
    record: { ...around?.record, [field]: mine },
    person: { ...around?.person, [field]: theirs },
    others: around?.others ?? [],
    class: kind as DifferenceClass,
    level: level ?? null,
    outcome: outcome ?? null,
  };
}

export function names(rows: readonly Row[]): ClassExample[] {
  return rows.map((row) => fromRow("fullName", row));
}

/** Dates as they are written in files. */
export function dates(rows: readonly Row[]): ClassExample[] {
  return rows.map((row) => fromRow("birthDate", row));
}

export function sexes(rows: readonly Row[]): ClassExample[] {
  return rows.map((row) => fromRow("sex", row));
}

export function numbers(rows: readonly Row[]): ClassExample[] {
  return rows.map((row) => fromRow("idNumber", row));
}
