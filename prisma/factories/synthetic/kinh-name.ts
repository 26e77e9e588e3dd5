import type { NameTables, SexName } from "./name-tables";
import type { Rng } from "./rng";

export interface NameParts {
  surname: string;
  middle: string[];
  given: string;
}

export function joinName({ surname, middle, given }: NameParts): string {
  return [surname, ...middle, given].join(" ");
}

/** A name as someone of that sex and year of birth may have. */
export function kinhName(
  tables: NameTables,
  { surname, sex, year }: { surname: string; sex: SexName; year: number },
  rng: Rng,
): NameParts {
  const given = givenName(tables, { sex, year }, rng);
  const middle: string[] = [];
  const count = middleCount(tables, { sex, year }, rng);
  for (let tries = 0; middle.length < count && tries < 20; tries++) {
    const word = middleName(tables, { sex, year, first: middle.length === 0 }, rng);
    if (word !== given && word !== surname && !middle.includes(word)) middle.push(word);
  }
  return { surname, middle, given };
}

/** Share of the given names of the time before 1965 among those born in a year. */
function oldShare(year: number): number {
  if (year < 1965) return 0.6;
  return year < 1985 ? 0.25 : 0;
}

const RARE_SHARE = 0.1;

function givenName(
  tables: NameTables,
  { sex, year }: { sex: SexName; year: number },
  rng: Rng,
): string {
  const { beforeWar, grown, young, rare } = tables.given[sex];
  if (rng.chance(RARE_SHARE)) return rng.pick(rare);
  if (rng.chance(oldShare(year))) return beforeWar(rng);
  return (year < 2005 ? grown : young)(rng);
}

/** Names of four words are young: the statistics of length are of people born around 2000. */
function middleCount(
  tables: NameTables,
  { sex, year }: { sex: SexName; year: number },
  rng: Rng,
): number {
  if (year >= 1990) return tables.words[sex](rng) - 2;
  if (rng.chance(0.03)) return 0;
  return rng.chance(sex === "Nữ" ? 0.2 : 0.08) ? 2 : 1;
}

function middleName(
  tables: NameTables,
  { sex, year, first }: { sex: SexName; year: number; first: boolean },
  rng: Rng,
): string {
  const { old, young } = tables.middle[sex];
  return (year < 1985 && first ? old : young)(rng);
}
