import { foldName } from "@/lib/domain/records/full-name";
import type { Answer } from "./answers";
import { readColumns } from "./csv-table";

/** How two people who were taken for one are related; the first that fits. */
export const CONFUSIONS = ["parent_child", "twins", "namesakes", "siblings", "strangers"] as const;
export type Confusion = (typeof CONFUSIONS)[number];

interface Someone {
  name: string;
  birth: string;
  year: number;
  household: string;
}

/** Parents are at least so many years older; a household of the generator holds no others. */
const GENERATION = 15;

const COLUMNS = ["full_name", "birth_date", "address", "commune_code"];

function readSomeone([name = "", birth = "", address = "", commune = ""]: string[]): Someone {
  const year = Number(/\d{4}/.exec(birth)?.[0] ?? Number.NaN);
  return { name: foldName(name), birth, year, household: address && `${commune}|${address}` };
}

/** What to call this confusion. Someone who isn't in the registry is taken as the record has them. */
export function confusionOf(damage: readonly string[], one: Someone, other: Someone): Confusion {
  if (damage.includes("number_of_parent")) return "parent_child";
  const together = one.household !== "" && one.household === other.household;
  if (together && Math.abs(one.year - other.year) >= GENERATION) return "parent_child";
  if (together && one.birth === other.birth) return "twins";
  if (one.name === other.name) return "namesakes";
  return together ? "siblings" : "strangers";
}

/** Counts the wrong acceptances by what the two people are to each other. */
export function countConfusions(
  wrong: readonly Answer[],
  { records, registry }: { records: string; registry: string },
): Record<Confusion, number> {
  const counts = Object.fromEntries(CONFUSIONS.map((kind) => [kind, 0]));
  if (wrong.length > 0) {
    const people = collect(
      registry,
      "person_id",
      new Set(wrong.flatMap(({ personId, trueId }) => [personId, trueId])),
    );
    const subjects = collect(records, "record_id", new Set(wrong.map(({ recordId }) => recordId)));
    for (const { recordId, personId, trueId, damage } of wrong) {
      const meant = people.get(trueId) ?? subjects.get(recordId);
      const taken = people.get(personId);
      const kind = meant && taken ? confusionOf(damage, meant, taken) : "strangers";
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts as Record<Confusion, number>;
}

function collect(path: string, id: string, wanted: ReadonlySet<string>): Map<string, Someone> {
  const found = new Map<string, Someone>();
  for (const [key = "", ...cells] of readColumns(path, [id, ...COLUMNS])) {
    if (wanted.has(key)) found.set(key, readSomeone(cells));
  }
  return found;
}

/**
 * Of those people, who has somebody in the registry to be mistaken for: a twin (same household and
 * birth date), a namesake (same name and year of birth). So that "none" is known to mean something.
 */
export function countExposed(
  registry: string,
  trueIds: ReadonlySet<string>,
): Record<"twins" | "namesakes", number> {
  const seen = { twins: new Map<string, number>(), namesakes: new Map<string, number>() };
  const keysOf = (cells: string[]) => {
    const { name, birth, year, household } = readSomeone(cells);
    return { twins: `${household}|${birth}`, namesakes: `${name}|${year}` };
  };
  const people = () => readColumns(registry, ["person_id", ...COLUMNS]);
  for (const [, ...cells] of people()) {
    const keys = keysOf(cells);
    for (const kind of KINDS) seen[kind].set(keys[kind], (seen[kind].get(keys[kind]) ?? 0) + 1);
  }
  const exposed = { twins: 0, namesakes: 0 };
  for (const [id = "", ...cells] of people()) {
    if (!trueIds.has(id)) continue;
    const keys = keysOf(cells);
    for (const kind of KINDS) if ((seen[kind].get(keys[kind]) ?? 0) > 1) exposed[kind]++;
  }
  return exposed;
}

const KINDS = ["twins", "namesakes"] as const;
