import { readText } from "@/prisma/data/unit-files";
import type { SexName } from "./name-tables";
import { type Rng, weighted } from "./rng";

interface MinorityGroup {
  people: string;
  weight: number;
  male: string[];
  female: string[];
  clans: string[];
  givenMale: string[];
  givenFemale: string[];
}

interface ForeignCountry {
  weight: number;
  passport: string;
  digits: number;
  family: string[];
  male: string[];
  female: string[];
}

function byWeight<Value extends { weight: number }>(list: readonly Value[]) {
  return weighted(list.map((value) => [value, value.weight] as const));
}

function minorities() {
  const { groups } = JSON.parse(readText("minority_names.json")) as { groups: MinorityGroup[] };
  return byWeight(groups);
}

function countries() {
  const read = JSON.parse(readText("foreign_names.json")) as { countries: ForeignCountry[] };
  return byWeight(read.countries);
}

let minority: ReturnType<typeof minorities> | undefined;
let country: ReturnType<typeof countries> | undefined;

export type Clan = { group: MinorityGroup; clan: string };

/** A minority group and one of its clans, for a whole household. */
export function minorityClan(rng: Rng): Clan {
  minority ??= minorities();
  const group = minority(rng);
  return { group, clan: rng.pick(group.clans) };
}

/** A name in the order of the people ("H'Hen Niê", "Giàng A Páo", "Thút"). */
export function minorityName({ group, clan }: Clan, sex: SexName, rng: Rng): string {
  const pattern = rng.pick(sex === "Nam" ? group.male : group.female);
  const given = rng.pick(sex === "Nam" ? group.givenMale : group.givenFemale);
  return pattern.replace("{clan}", clan).replace("{given}", given).normalize("NFC");
}

/** Someone with a passport: the name in passport order, without marks. */
export function foreigner(sex: SexName, rng: Rng): { fullName: string; passport: string } {
  country ??= countries();
  const from = country(rng);
  const given = rng.pick(sex === "Nam" ? from.male : from.female);
  const digits = Array.from({ length: from.digits }, () => rng.int(10)).join("");
  return { fullName: `${rng.pick(from.family)} ${given}`, passport: from.passport + digits };
}
