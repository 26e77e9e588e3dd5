import { joinName, kinhName } from "./kinh-name";
import { nameTables, type SexName } from "./name-tables";
import { nearName } from "./near-name";
import { type Clan, minorityClan, minorityName } from "./other-names";
import type { Rng } from "./rng";

/** The father's surname, which the children have too; `clan` for households of a minority. */
export interface Family {
  surname: string;
  clan: Clan | null;
}

/** Share of households of a minority: a guess for the south, see the tables' sources. */
const MINORITY = 0.025;

export function foundFamily(rng: Rng): Family {
  const clan = rng.chance(MINORITY) ? minorityClan(rng) : null;
  return { surname: nameTables().surname(rng), clan };
}

interface Wanted {
  sex: SexName;
  year: number;
}

/** A wife keeps the surname that she was born with. */
export function parentName(family: Family, { sex, year }: Wanted, rng: Rng): string {
  if (family.clan) return minorityName(family.clan, sex, rng);
  const tables = nameTables();
  const surname = sex === "Nam" ? family.surname : tables.surname(rng);
  return joinName(kinhName(tables, { surname, sex, year }, rng));
}

/** A child's name, or one hardly to be told from that of a brother or sister (`near`). */
export function childName(
  family: Family,
  { sex, year }: Wanted,
  { rng, near }: { rng: Rng; near: string | null },
): string {
  const alike = near === null ? null : nearName(near, rng);
  if (alike !== null) return alike;
  if (family.clan) return minorityName(family.clan, sex, rng);
  return joinName(kinhName(nameTables(), { surname: family.surname, sex, year }, rng));
}
