import { isRealDate } from "@/lib/domain/records/calendar";
import { type Birth, writeDate } from "../resident";
import { type DamageContext, kindsOf } from "./kind";

/** A birth date that says something else than the registry's. */
export const DATE_CONTENT = kindsOf("birthDate", {
  date_swapped: [5, onDay(({ year, month, day }) => real(year, day, month))],
  date_first_january: [5, (_, { resident }) => writeDate(resident.birth.year, 1, 1)],
  date_year_only: [2.5, onDay(({ year }) => String(year))],
  date_month_only: [0.7, onDay(({ year, month }) => `${two(month)}/${year}`)],
  date_day_mistyped: [4.5, onDay(mistypeDay)],
  date_month_mistyped: [3.5, onDay(mistypeMonth)],
  date_lunar_year: [3, shiftYear],
  date_century: [
    0.5,
    onDay(({ year, month, day }) => writeDate(year + (year < 2000 ? 100 : -100), month, day)),
  ],
  date_year_mistyped: [1.2, onDay(mistypeYear)],
  date_missing: [1.2, () => ""],
  date_impossible: [0.8, onDay(impossible)],
});

/** The same day written in another way: a reader of dates sees through it. */
export const DATE_WRITING = kindsOf("birthDate", {
  date_iso: [3, onDay(({ year, month, day }) => `${year}-${two(month)}-${two(day)}`)],
  date_serial: [2, onDay(serial)],
  date_no_zeros: [2, onDay(({ year, month, day }) => `${day}/${month}/${year}`)],
  date_dashes: [2, onDay(({ year, month, day }) => `${two(day)}-${two(month)}-${year}`)],
  date_two_digit_year: [1, onDay(shortYear)],
  date_us_order: [
    1,
    onDay(({ year, month, day }) => (day > 12 ? `${two(month)}/${two(day)}/${year}` : null)),
  ],
});

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** For people whose whole birth date is known. */
function onDay(write: (birth: Birth, context: DamageContext) => string | null) {
  return (_: string, context: DamageContext) => {
    const { birth } = context.resident;
    return birth.yearOnly ? null : write(birth, context);
  };
}

function real(year: number, month: number, day: number): string | null {
  return isRealDate(year, month, day) ? writeDate(year, month, day) : null;
}

function mistypeDay({ year, month, day }: Birth, { rng }: DamageContext): string | null {
  const slips = [day + 1, day - 1, day + 10, day - 10, Number([...two(day)].reverse().join(""))];
  return real(year, month, rng.pick(slips));
}

function mistypeMonth({ year, month, day }: Birth, { rng }: DamageContext): string | null {
  return real(year, rng.pick([month + 1, month - 1, month + 5, month - 5]), day);
}

/** Years counted by the lunar calendar are one off, mostly for births around Tết. */
function shiftYear(_: string, { resident: { birth }, rng }: DamageContext): string | null {
  const year = birth.year + (rng.chance(0.5) ? 1 : -1);
  return birth.yearOnly ? String(year) : real(year, birth.month, birth.day);
}

function mistypeYear({ year, month, day }: Birth, { rng }: DamageContext): string | null {
  const slip = rng.pick([10, -10, 20, -20, 3, -3]);
  return year + slip < 1920 || year + slip > 2019 ? null : real(year + slip, month, day);
}

function impossible({ year, day }: Birth, { rng }: DamageContext): string {
  if (!isRealDate(year, 2, 29) && rng.chance(0.6)) return writeDate(year, 2, 29);
  return rng.chance(0.5) ? writeDate(year, 2, 30) : writeDate(year, 13 + rng.int(3), day);
}

/** As a spreadsheet keeps it; before 1927 the number would be too short to be told from a year. */
function serial({ year, month, day }: Birth): string | null {
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return days >= 10_000 ? String(days) : null;
}

function shortYear({ year, month, day }: Birth): string | null {
  return year < 1930 ? null : `${two(day)}/${two(month)}/${two(year % 100)}`;
}
