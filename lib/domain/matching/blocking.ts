import type { Identity } from "@/lib/domain/records/identity";
import { type PartialDate, swapDayAndMonth } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";
import { usableNumber } from "./compare-id-number";
import { combine, hashText, joinLanes, type Lane, laneOf } from "./key-hash";
import { plainKey } from "./name-token";
import { prepareName } from "./prepared-name";
import { BLOCKING_KINDS, type BlockingKind, type MatchModel } from "./vocabulary";

const MOST_NUMBERS = 4;
const BOTH: readonly Sex[] = ["male", "female"];

type Keyed = Identity & { oldIds?: readonly string[]; address?: string | null };

/** The keys under which a person is found, one of each kind (numbers: one for each number). */
export function personKeys(person: Keyed, model: MatchModel): number[] {
  return unique([...numberKeys(person), ...similarKeys(person, { model, asRecord: false })]);
}

/** Keys by number: as it is, with its zero put back, and the older numbers of a person. */
export function numberKeys(identity: Keyed): number[] {
  const numbers = [identity.idNumber, ...(identity.oldIds ?? [])].map(usableNumber);
  const usable = numbers.filter((number) => number !== null).slice(0, MOST_NUMBERS);
  return unique(usable.map(numberKey));
}

/** The key of a number that can be looked up (digits only, at most twelve). */
export function numberKey(number: string): number {
  return numberKeyOf(Number(number), number.length);
}

/** The same from its value and how many digits it is written with. */
export function numberKeyOf(value: number, digits: number): number {
  const values = { a: value % 1_000_000, b: Math.floor(value / 1_000_000) * 16 + digits };
  return keyOf("number", values, values);
}

/** Keys by name and birth date together, day and month exchanged too: who else it could be. */
export function sameNameKeys(record: Keyed, model: MatchModel): number[] {
  const parts = partsOf(record, model);
  return parts
    ? unique(
        datesOf(record, true).map((date) => pairKey("name_date", parts.names, dayNumber(date))),
      )
    : [];
}

/** Keys by given name and address together: who lives there and may be meant. */
export function addressKeys(record: Keyed, model: MatchModel): number[] {
  const address = addressHashes(record.address);
  const parts = address ? partsOf(record, model) : null;
  return address && parts ? BUILDERS.given_address({ ...NOTHING, ...parts, address }) : [];
}

/**
 * Keys by everything but the number. A person has one of each kind; a record also asks with day and
 * month exchanged, and for both sexes where its own is missing.
 */
export function similarKeys(
  identity: Keyed,
  { model, asRecord }: { model: MatchModel; asRecord: boolean },
): number[] {
  const parts = partsOf(identity, model);
  if (!parts) return [];
  const source: Source = {
    ...parts,
    year: identity.birthDate ? Number(identity.birthDate.value.slice(0, 4)) : null,
    dates: datesOf(identity, asRecord),
    sexes: identity.sex ? [identity.sex] : asRecord ? BOTH : [],
    address: addressHashes(identity.address),
  };
  return unique(model.blocking.flatMap((kind) => BUILDERS[kind](source)));
}

type Lanes = readonly [number, number];

interface Source {
  /** all words in any order */
  names: Lanes;
  given: Lanes;
  initials: Lanes;
  year: number | null;
  dates: PartialDate[];
  sexes: readonly Sex[];
  address: Lanes | null;
}

const NOTHING = { year: null, dates: [], sexes: [], address: null };

const BUILDERS: Readonly<Record<BlockingKind, (source: Source) => number[]>> = {
  number: () => [],
  name_date: ({ names, dates }) =>
    dates.map((date) => pairKey("name_date", names, dayNumber(date))),
  name_year: ({ names, year }) => (year === null ? [] : [pairKey("name_year", names, year)]),
  name_day: ({ names, dates }) =>
    dates.map((date) => pairKey("name_day", names, dayNumber(date) % 10_000)),
  given_date: ({ given, dates, sexes }) =>
    dates.flatMap((date) => sexes.map((sex) => pairKey("given_date", given, sexedDay(date, sex)))),
  initials_date: ({ initials, dates, sexes }) =>
    dates.flatMap((date) =>
      sexes.map((sex) => pairKey("initials_date", initials, sexedDay(date, sex))),
    ),
  given_address: ({ given, address }) =>
    address === null
      ? []
      : [keyOf("given_address", { a: given[0], b: address[0] }, { a: given[1], b: address[1] })],
};

interface Values {
  a: number;
  b: number;
}

/** The number of a kind within a key; never changed, because keys are stored. */
export function kindNumber(kind: BlockingKind): number {
  return BLOCKING_KINDS.indexOf(kind) + 1;
}

function keyOf(kind: BlockingKind, first: Values, second: Values): number {
  const number = kindNumber(kind);
  return joinLanes(laneOf(0, number, first), laneOf(1, number, second));
}

function pairKey(kind: BlockingKind, hashes: Lanes, b: number): number {
  return keyOf(kind, { a: hashes[0], b }, { a: hashes[1], b });
}

function partsOf(identity: Keyed, model: MatchModel) {
  const words = prepareName(identity.fullName, model)?.tokens.map(plainKey);
  if (!words || words.length === 0) return null;
  const perLane = (read: (lane: Lane) => number): Lanes => [read(0), read(1)];
  return {
    names: perLane((lane) => words.reduce((sum, word) => (sum + hashText(word, lane)) | 0, 0)),
    given: perLane((lane) => hashText(words.at(-1) ?? "", lane)),
    initials: perLane(() => words.reduce((hash, word) => combine(hash, word.charCodeAt(0)), 0)),
  };
}

function datesOf({ birthDate }: Keyed, asRecord: boolean): PartialDate[] {
  if (birthDate?.precision !== "day") return [];
  const swapped = asRecord ? swapDayAndMonth(birthDate) : null;
  return swapped ? [birthDate, swapped] : [birthDate];
}

/** 12/03/1985 is 19850312. */
export function dayNumber(date: PartialDate): number {
  return (
    Number(date.value.slice(0, 4)) * 10_000 +
    Number(date.value.slice(5, 7)) * 100 +
    Number(date.value.slice(8, 10))
  );
}

function sexedDay(date: PartialDate, sex: Sex): number {
  return dayNumber(date) * 2 + (sex === "male" ? 0 : 1);
}

/** The digits of an address say most about it; a single number says too little. */
function addressHashes(address: string | null | undefined): Lanes | null {
  const numbers = address?.match(/[0-9]+/g) ?? [];
  if (numbers.length < 2) return null;
  const text = numbers.join(" ");
  return [hashText(text, 0), hashText(text, 1)];
}

function unique(keys: number[]): number[] {
  return [...new Set(keys)];
}
