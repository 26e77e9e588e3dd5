import { buildUnitIndex, findUnit, type UnitIndex } from "@/lib/domain/units/unit-index";
import { readSuccessors, readUnits } from "@/prisma/data/unit-files";
import { writeAddress } from "./hamlets";
import { outsiders, residents } from "./people";
import { defaultCommunes, placeDraw, type Residence } from "./places";
import { DEFAULT_PROFILE, PROFILES, type ProfileName } from "./profiles";
import { type Subject, type SyntheticRecord, writeRecord } from "./records";
import { type Place, type Resident, writeBirth } from "./resident";
import { createRng, type Rng } from "./rng";
import { countChosen, slots } from "./slots";

export interface PopulationOptions {
  /** People in the registry. */
  people: number;
  /** Records, at most as many as people. */
  records: number;
  seed: number;
  profile?: ProfileName;
  /** Codes of today's communes in which people live; all of Tây Ninh and TP. Hồ Chí Minh when left out. */
  communes?: readonly string[];
  /** Where people of communes of 2022 without a known successor live today. */
  further?: readonly Residence[];
  /** Records without doses and papers, which only the platform's lists show; all else stays the same. */
  bare?: boolean;
}

/** A person as the registry has them; texts as they stand in its file. */
export interface SyntheticPerson {
  personId: string;
  idNumber: string;
  oldIds: readonly string[];
  fullName: string;
  /** dd/MM/yyyy, or yyyy. */
  birthDate: string;
  sex: string;
  address: string;
  /** Today's. */
  communeCode: string;
}

/** Both can be walked through any number of times, one at a time in memory, always with the same result. */
export interface Population {
  people: Iterable<SyntheticPerson>;
  records: Iterable<SyntheticRecord>;
}

/** People in the registry and records about some of them. Same options, same texts. */
export function generatePopulation(options: PopulationOptions): Population {
  const draw = { seed: options.seed, drawPlace: placesOf(options) };
  return {
    people: { [Symbol.iterator]: () => people(options, draw) },
    records: { [Symbol.iterator]: () => records(options, draw) },
  };
}

let index: UnitIndex | undefined;

function unitIndex(): UnitIndex {
  index ??= buildUnitIndex(readUnits(), readSuccessors());
  return index;
}

/** Which of these codes are no commune of today. */
export function unknownCommunes(communes: readonly string[]): string[] {
  return communes.filter((code) => findUnit(code, "today", unitIndex())?.level !== "commune");
}

function placesOf({ communes, further = [] }: PopulationOptions): (rng: Rng) => Place {
  return placeDraw({ communes: communes ?? defaultCommunes(unitIndex()), further }, unitIndex());
}

interface Draw {
  seed: number;
  drawPlace: (rng: Rng) => Place;
}

function personId(number: number): string {
  return `P${String(number).padStart(8, "0")}`;
}

function* people(options: PopulationOptions, draw: Draw): Generator<SyntheticPerson> {
  let number = 0;
  for (const resident of residents(options.people, draw)) {
    yield writePerson(resident, personId(++number));
  }
}

function writePerson(resident: Resident, id: string): SyntheticPerson {
  return {
    personId: id,
    idNumber: resident.idNumber,
    oldIds: resident.oldIds,
    fullName: resident.fullName,
    birthDate: writeBirth(resident.birth),
    sex: resident.sex,
    address: writeAddress(resident),
    communeCode: resident.place.communeCode,
  };
}

function* records(options: PopulationOptions, draw: Draw): Generator<SyntheticRecord> {
  const { seed } = options;
  const profile = PROFILES[options.profile ?? DEFAULT_PROFILE];
  const chosen = choose(options, draw);
  const nextOutsider = outsiders(draw);
  const source = { ...draw, profile, bare: options.bare ?? false };
  let before: Subject | undefined;
  let number = 0;
  for (const slot of slots(options.records, profile, seed)) {
    const outside = slot.kind === "outside" || slot.kind === "foreign";
    let subject: Subject | undefined;
    if (outside) subject = { resident: nextOutsider(slot.kind === "foreign"), personId: null };
    else if (slot.duplicate) subject = before;
    else subject = before = chosen.next().value ?? undefined;
    if (!subject) throw new Error("fewer people than records");
    yield writeRecord({ number: ++number, slot, subject }, source);
  }
}

/** As many people of the registry as the records need, each with the same chance, in their order. */
function* choose(options: PopulationOptions, draw: Draw): Generator<Subject, undefined> {
  const profile = PROFILES[options.profile ?? DEFAULT_PROFILE];
  let needed = countChosen(options.records, profile, options.seed);
  let left = options.people;
  const rng = createRng(options.seed, "chosen");
  let number = 0;
  for (const resident of residents(options.people, draw)) {
    number++;
    if (rng.int(left--) >= needed) continue;
    needed--;
    yield { resident, personId: personId(number) };
  }
}
