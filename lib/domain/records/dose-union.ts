import { foldName } from "./full-name";

/** An injection as one record tells of it. Dates are yyyy-MM-dd. */
export interface ToldDose {
  id: string;
  /** the record that tells of it */
  recordId: string;
  number: number | null;
  date: string | null;
  /** the cell as received, where it is no day that exists */
  dateText: string | null;
  vaccine: string | null;
  lot: string | null;
  facility: string | null;
}

/** A record that may stay, with its own doses and those of records closed as its duplicates. */
export interface DosesOfRecord {
  recordId: string;
  doses: readonly ToldDose[];
}

/** One injection, with the ids of every dose that tells of it. */
export interface UnitedDose extends Omit<ToldDose, "recordId"> {
  from: string[];
}

/**
 * What only a person can say: `vaccine`: records name different vaccines for one day: all are true,
 * or one; `noDay`: whether a dose without a day is one of those of another record.
 */
export interface DoseQuestion {
  key: string;
  kind: "vaccine" | "noDay";
  doses: UnitedDose[];
}

/** By the question's key: `all`, `none` (of `noDay` only), or the id of the dose that is true. */
export type DoseAnswers = Readonly<Record<string, string>>;

export interface DoseUnion {
  doses: UnitedDose[];
  questions: DoseQuestion[];
  /** keys of the questions that have no answer yet: their doses all count meanwhile */
  open: string[];
  /** doses that are no injections of their own, by the answers */
  setAside: string[];
}

const vaccineOf = (dose: ToldDose) => foldName(dose.vaccine ?? "");

/** Doses of one key are told of one day; without a day the cell and the number are all there is. */
const dayOf = (dose: ToldDose) => dose.date ?? `?${dose.number ?? ""}|${dose.dateText ?? ""}`;

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The injections told of one day, by vaccine. A dose without a vaccine is one that another record
 * names; beside others of its own record it is taken at its word.
 */
function entriesOf(doses: readonly ToldDose[]): ToldDose[][] {
  const named = groupBy(
    doses.filter((dose) => vaccineOf(dose) !== ""),
    vaccineOf,
  );
  const bare = doses.filter((dose) => vaccineOf(dose) === "");
  const alone = (dose: ToldDose) =>
    !doses.some((other) => other.recordId === dose.recordId && vaccineOf(other) !== "");
  const vaccines = [...named.keys()].sort();
  const first = named.get(vaccines[0] ?? "");
  const joins = first ? bare.filter(alone) : [];
  first?.push(...joins);
  const own = bare.filter((dose) => !joins.includes(dose));
  const entries = vaccines.flatMap((vaccine) => [named.get(vaccine) ?? []]);
  return own.length > 0 ? [...entries, own] : entries;
}

function unite(doses: readonly ToldDose[]): UnitedDose {
  const [first, ...others] = [...doses].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (!first) throw new Error("no dose");
  const filled = <Key extends keyof ToldDose>(key: Key) =>
    [first, ...others].find((dose) => dose[key] !== null)?.[key] ?? first[key];
  return {
    id: first.id,
    number: filled("number"),
    date: first.date,
    dateText: first.dateText,
    vaccine: filled("vaccine"),
    lot: filled("lot"),
    facility: filled("facility"),
    from: doses.map((dose) => dose.id),
  };
}

interface Told {
  records: readonly DosesOfRecord[];
  answers: DoseAnswers;
}

const tells = ({ doses }: DosesOfRecord, entry: UnitedDose) =>
  doses.some((dose) => entry.from.includes(dose.id));

/** Two records disagree about a day where none of them tells of all its injections. */
function disagree(entries: readonly UnitedDose[], { records }: Told): boolean {
  if (entries.length < 2) return false;
  return !records.some((record) => entries.every((entry) => tells(record, entry)));
}

/** A dose without a day, where another record has a day for the dose of that number. */
function mayBeTwice(entry: UnitedDose, { records }: Told): boolean {
  if (entry.date !== null || entry.number === null) return false;
  return records.some(
    (record) =>
      !tells(record, entry) &&
      record.doses.some((dose) => dose.number === entry.number && dose.date !== null),
  );
}

function questionOf(key: string, entries: UnitedDose[], told: Told): DoseQuestion | null {
  if (disagree(entries, told)) return { key, kind: "vaccine", doses: entries };
  const [only] = entries;
  if (entries.length === 1 && only && mayBeTwice(only, told)) {
    return { key, kind: "noDay", doses: entries };
  }
  return null;
}

/** Which of a question's doses are injections; null while that has not been said. */
function kept({ key, kind, doses }: DoseQuestion, answers: DoseAnswers): UnitedDose[] | null {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (answer === "all") return doses;
  if (kind === "noDay") return answer === "none" ? [] : null;
  const chosen = doses.filter((dose) => answer !== undefined && dose.from.includes(answer));
  return chosen.length > 0 ? chosen : null;
}

function byDay(one: UnitedDose, other: UnitedDose): number {
  if (one.date === other.date) return (one.number ?? 0) - (other.number ?? 0);
  if (one.date === null) return 1;
  return other.date === null || one.date < other.date ? -1 : 1;
}

/**
 * The doses of one person of whom several records tell: by day and vaccine, equal ones once. What
 * records disagree about is asked; until it is answered all of it counts, so that nothing is lost.
 */
export function unionOfDoses(records: readonly DosesOfRecord[], answers: DoseAnswers): DoseUnion {
  const told = { records, answers };
  const union: DoseUnion = { doses: [], questions: [], open: [], setAside: [] };
  const all = records.flatMap((record) => record.doses);
  for (const [key, doses] of groupBy(all, dayOf)) {
    const entries = entriesOf(doses).map(unite);
    const question = questionOf(key, entries, told);
    const counted = question ? kept(question, answers) : entries;
    if (question) union.questions.push(question);
    if (counted === null) union.open.push(key);
    union.doses.push(...(counted ?? entries));
    const aside = counted ? entries.filter((entry) => !counted.includes(entry)) : [];
    union.setAside.push(...aside.flatMap((entry) => entry.from));
  }
  union.doses.sort(byDay);
  return union;
}
