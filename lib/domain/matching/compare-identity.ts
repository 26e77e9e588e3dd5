import { readPersonalNumber } from "@/lib/domain/records/id-number";
import { birthDateLevel, isOtherYear } from "./compare-birth-date";
import { idNumberLevel, usableNumber } from "./compare-id-number";
import { nameLevel } from "./compare-name";
import { type FieldLevels, gradeLevels } from "./grade";
import { nameBits } from "./name-bits";
import { type PreparedName, prepareName } from "./prepared-name";
import type { Candidate, FieldComparison, MatchModel, MatchSubject } from "./vocabulary";

type PersonValues = Omit<Candidate, "personId">;

const PERSONAL_DIGITS = 12;

/**
 * Compares the four fields of a record and a person. The result is in the order of
 * `IDENTITY_FIELDS`; `harmless` is judged in the company of the other three fields.
 */
export function compareIdentity(
  subject: MatchSubject,
  person: PersonValues,
  model: MatchModel,
): FieldComparison[] {
  return comparePrepared(prepareSubject(subject, model), person, model);
}

/** A record with its name made ready, so that this is done once for all its candidates. */
export interface PreparedSubject {
  subject: MatchSubject;
  name: PreparedName | null;
}

export function prepareSubject(subject: MatchSubject, model: MatchModel): PreparedSubject {
  return { subject, name: prepareName(subject.fullName, model) };
}

export function comparePrepared(
  { subject, name }: PreparedSubject,
  person: PersonValues,
  model: MatchModel,
): FieldComparison[] {
  const other = prepareName(person.fullName, model);
  const levels = heardNumber(subject, person, {
    fullName: nameLevel(name, other),
    birthDate: birthDateLevel(subject.birthDate, person.birthDate),
    sex: sexLevel(subject.sex, person.sex),
    idNumber: idNumberLevel(subject.idNumber, person),
  });
  return gradeLevels(levels, other ? nameBits(other, model.names) : 0, model);
}

const TESTIFYING: ReadonlySet<string> = new Set(["same", "spacing", "restored"]);

/**
 * A 12-digit number says year and sex itself. Where the record's own number, which this person
 * carries, says the same as the registry, the record contradicts itself: its sex, or a year beside a
 * day and month that agree, is a slip. A number that disagrees with the registry says nothing.
 */
function heardNumber(
  subject: MatchSubject,
  person: PersonValues,
  levels: FieldLevels,
): FieldLevels {
  if (!TESTIFYING.has(levels.idNumber)) return levels;
  const sexDiffers = levels.sex === "different";
  const yearDiffers = isOtherYear(subject.birthDate, person.birthDate);
  if (!sexDiffers && !yearDiffers) return levels;
  const said = readTestimony(subject.idNumber);
  if (sexDiffers && said?.sex === person.sex) levels.sex = "against_number";
  if (yearDiffers && said?.year === yearOf(person)) levels.birthDate = "year_against_number";
  return levels;
}

function yearOf({ birthDate }: PersonValues): number {
  return Number(birthDate?.value.slice(0, 4));
}

function readTestimony(raw: string | null) {
  const number = usableNumber(raw);
  return number?.length === PERSONAL_DIGITS ? readPersonalNumber(number) : null;
}

export function sexLevel(a: MatchSubject["sex"], b: MatchSubject["sex"]): string {
  if (!a || !b) return "missing";
  return a === b ? "same" : "different";
}
