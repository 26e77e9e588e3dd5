import { readPersonalNumber } from "@/lib/domain/records/id-number";
import { birthDateLevel, isOtherYear } from "./compare-birth-date";
import { idNumberLevel, usableNumber } from "./compare-id-number";
import { nameLevel } from "./compare-name";
import { nameBits } from "./name-bits";
import { type PreparedName, prepareName } from "./prepared-name";
import {
  type Candidate,
  type FieldComparison,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
  type MatchSubject,
} from "./vocabulary";

type PersonValues = Omit<Candidate, "personId">;

const PERSONAL_DIGITS = 12;

interface Graded {
  field: IdentityField;
  name: string;
  level: Level;
  points: number;
}

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
  const bits = other ? nameBits(other, model.names) : 0;
  const graded = IDENTITY_FIELDS.map((field) => grade(field, levels[field], { model, bits }));
  return graded.map((one) => ({
    field: one.field,
    class: one.level.class,
    level: one.name,
    points: one.points,
    harmless: isHarmless(one, graded),
  }));
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
  levels: Record<IdentityField, string>,
): Record<IdentityField, string> {
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

function sexLevel(a: MatchSubject["sex"], b: MatchSubject["sex"]): string {
  if (!a || !b) return "missing";
  return a === b ? "same" : "different";
}

function grade(
  field: IdentityField,
  name: string,
  { model, bits }: { model: MatchModel; bits: number },
): Graded {
  const level = getLevel(model, field, name);
  const points = Math.round((level.weight + (level.share ?? 0) * bits) * 10) / 10;
  return { field, name, level, points };
}

/** The model's entry for a level. @throws when the model does not know the level. */
export function getLevel(model: MatchModel, field: IdentityField, name: string): Level {
  const level = model.fields[field][name];
  if (!level) throw new Error(`model ${model.version} has no level ${field}.${name}`);
  return level;
}

function isHarmless(one: Graded, all: Graded[]): boolean {
  switch (one.level.harmless) {
    case "always":
      return true;
    case "never":
      return false;
    case "others_agree":
      return othersAgree(one, all);
    case "number_exact":
      return othersAgree(one, all) && all.some((g) => g.field === "idNumber" && g.name === "same");
  }
}

/** Two conditional differences never excuse each other: the others must be harmless by themselves. */
function othersAgree(one: Graded, all: Graded[]): boolean {
  return all.every((other) => other === one || other.level.harmless === "always");
}
