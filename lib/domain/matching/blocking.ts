import type { Identity } from "@/lib/domain/records/identity";
import { type PartialDate, swapDayAndMonth } from "@/lib/domain/records/partial-date";
import type { Sex } from "@/lib/domain/records/sex";
import { usableNumber } from "./compare-id-number";
import { plainKey } from "./name-token";
import { prepareName } from "./prepared-name";
import type { BlockingKind, MatchModel } from "./vocabulary";

const MOST_NUMBERS = 3;
const MOST_KEYS = 8;
const BOTH: readonly Sex[] = ["male", "female"];

interface KeySource {
  numbers: string[];
  words: string[];
  sorted: string;
  /** yyyy-MM-dd when the full date is known. */
  day: string | null;
  swapped: string | null;
  year: string | null;
  sex: Sex | null;
}

/**
 * The keys by which a record finds persons; the same for both, a candidate shares at least one. At
 * most eight: `n:` numbers (zero put back, older ones), `d:` name and date (also with day and month
 * exchanged), `s:` name, year and sex, `g:` given name, date and sex, `i:` initials, date and sex.
 */
export function blockingKeys(
  identity: Identity & { oldIds?: string[] },
  model: MatchModel,
): string[] {
  const source = readSource(identity, model);
  const keys = model.blocking.flatMap((kind) => BUILDERS[kind](source));
  return [...new Set(keys)].slice(0, MOST_KEYS);
}

const BUILDERS: Readonly<Record<BlockingKind, (source: KeySource) => string[]>> = {
  number: ({ numbers }) => numbers.map((number) => `n:${number}`),
  name_date: ({ sorted, day }) => (sorted && day ? [`d:${sorted}|${day}`] : []),
  name_swapped_date: ({ sorted, swapped }) => (sorted && swapped ? [`d:${sorted}|${swapped}`] : []),
  name_year_sex: ({ sorted, year, sex }) =>
    sorted && year ? (sex ? [sex] : BOTH).map((one) => `s:${sorted}|${year}|${one}`) : [],
  given_date_sex: ({ words, day, sex }) =>
    words.length > 0 && day && sex ? [`g:${words.at(-1)}|${day}|${sex}`] : [],
  initials_date_sex: ({ words, day, sex }) =>
    words.length > 0 && day && sex ? [`i:${initials(words)}|${day}|${sex}`] : [],
};

function readSource(identity: Identity & { oldIds?: string[] }, model: MatchModel): KeySource {
  const numbers = [identity.idNumber, ...(identity.oldIds ?? [])].map(usableNumber);
  const words = prepareName(identity.fullName, model)?.tokens.map(plainKey) ?? [];
  return {
    numbers: numbers.filter((number) => number !== null).slice(0, MOST_NUMBERS),
    words,
    sorted: [...words].sort().join(" "),
    ...readDate(identity.birthDate),
    sex: identity.sex,
  };
}

function readDate(date: PartialDate | null): Pick<KeySource, "day" | "swapped" | "year"> {
  if (!date) return { day: null, swapped: null, year: null };
  return {
    day: date.precision === "day" ? date.value : null,
    swapped: swapDayAndMonth(date)?.value ?? null,
    year: date.value.slice(0, 4),
  };
}

function initials(words: string[]): string {
  return words.map((word) => word.charAt(0)).join("");
}
