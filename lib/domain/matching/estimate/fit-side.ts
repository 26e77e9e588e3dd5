import type { Identity } from "@/lib/domain/records/identity";
import { birthDateLevel, isOtherYear } from "../compare-birth-date";
import { idNumberLevel, usableNumber } from "../compare-id-number";
import { compareIdentity } from "../compare-identity";
import { nameLevel } from "../compare-name";
import { nameBits } from "../name-bits";
import { plainKey } from "../name-token";
import { type PreparedName, prepareName } from "../prepared-name";
import type { IdentityField, MatchModel, NameFrequencies } from "../vocabulary";
import { byField } from "./chances";
import { bandOf, type PatternLevels } from "./pattern-count";

/** A record or a person made ready for comparing millions of times. */
export interface FitSide {
  identity: Identity;
  oldIds: readonly string[];
  name: PreparedName | null;
  /** The words without marks: sorted and joined, the last one, the first letters. */
  sorted: string;
  given: string;
  initials: string;
  /** 0 when there is no birth date. */
  year: number;
  number: string | null;
}

export function prepareSide(
  identity: Identity & { oldIds?: readonly string[] },
  model: MatchModel,
): FitSide {
  const name = prepareName(identity.fullName, model);
  const words = name?.tokens.map(plainKey) ?? [];
  return {
    identity,
    oldIds: identity.oldIds ?? [],
    name,
    sorted: [...words].sort().join(" "),
    given: words.at(-1) ?? "",
    initials: words.map((word) => word.charAt(0)).join(""),
    year: Number(identity.birthDate?.value.slice(0, 4) ?? 0),
    number: usableNumber(identity.idNumber),
  };
}

const COMPARE: Readonly<Record<IdentityField, (record: FitSide, person: FitSide) => string>> = {
  fullName: (record, person) => nameLevel(record.name, person.name),
  birthDate: (record, person) =>
    birthDateLevel(record.identity.birthDate, person.identity.birthDate),
  sex: (record, person) => sexLevel(record.identity.sex, person.identity.sex),
  idNumber: (record, person) =>
    idNumberLevel(record.identity.idNumber, {
      idNumber: person.identity.idNumber,
      oldIds: person.oldIds,
    }),
};

/** The level of one field, as the engine finds it. */
export function levelOfSides(field: IdentityField, record: FitSide, person: FitSide): string {
  return COMPARE[field](record, person);
}

/** The levels of all four fields. */
export function levelsOfSides(record: FitSide, person: FitSide): PatternLevels {
  return byField((field) => levelOfSides(field, record, person));
}

/**
 * A number may testify against sex or birth year of the record that carries it, which gives levels of
 * their own. They are only found where the numbers agree; what they would be for any pair is asked by
 * lending the record the person's number. Fields whose level does not change are left out.
 */
export function heardLevels(
  record: FitSide,
  person: FitSide,
  model: MatchModel,
): Partial<PatternLevels> {
  const { birthDate, sex, idNumber } = person.identity;
  const mayBeHeard =
    sexLevel(record.identity.sex, sex) === "different" ||
    isOtherYear(record.identity.birthDate, birthDate);
  if (!mayBeHeard || idNumber === null) return {};
  const values = { fullName: null, idNumber, foreign: false };
  const found = compareIdentity(
    { ...record.identity, ...values },
    { fullName: null, birthDate, sex, idNumber, oldIds: [] },
    model,
  );
  const changed = found.filter(
    ({ field, level }) =>
      (field === "sex" || field === "birthDate") && level !== levelOfSides(field, record, person),
  );
  return Object.fromEntries(changed.map(({ field, level }) => [field, level]));
}

function sexLevel(a: Identity["sex"], b: Identity["sex"]): string {
  if (!a || !b) return "missing";
  return a === b ? "same" : "different";
}

/** The rarity of the person's name; a pair is counted in this band. */
export function bandOfSide(person: FitSide, names: NameFrequencies): number {
  return person.name ? bandOf(nameBits(person.name, names)) : 0;
}
