import { v7 } from "uuid";
import { readPerson } from "../registry/read-person";
import type { Owner } from "./communes";

/** Four fields of an invented person, as they are written. */
export interface Invented {
  fullName: string;
  /** dd/MM/yyyy */
  birthDate: string;
  sex: "male" | "female";
  idNumber: string;
}

const FIRST_DAY = Date.UTC(1950, 0, 13);
const DAY = 24 * 60 * 60 * 1000;
/** People of one test are born in different months and years, and none before the next 25,000. */
const DAYS_APART = 97;
const DAYS = 25_000;
// Browser tests run in several processes over one database; each invents people of its own.
let invented = Number(process.env.TEST_WORKER_INDEX ?? 0) * 1_000;

/**
 * Somebody with a number and a day of birth that nobody else of this database has: the engine never
 * takes two of them for one. Every name is one letter away from "Nguyễn Thị Hoàn".
 */
export function inventPerson(): Invented {
  invented += 1;
  const born = new Date(FIRST_DAY + ((invented * DAYS_APART) % DAYS) * DAY)
    .toISOString()
    .slice(0, 10);
  const [year = "", month = "", day = ""] = born.split("-");
  const century = year < "2000" ? 1 : 3;
  return {
    fullName: "Nguyễn Thị Hòa",
    birthDate: `${day}/${month}/${year}`,
    sex: "female",
    idNumber: `079${century}${year.slice(2)}${String(invented).padStart(6, "0")}`,
  };
}

export interface RegistryWish extends Invented {
  oldIds?: string[];
  communeCode?: string;
  address?: string;
}

const PERSON = `
  insert into person (id, source_person_id, id_number, old_ids, full_name, birth_date, birth_precision,
    sex, address, commune_code, snapshot_id)
  values ($1::uuid, $1::uuid::text, $2, $3, $4, $5, $6, $7, $8, $9, $1::uuid)`;

/** Puts a person into the registry, read and keyed as a line of a snapshot is; gives their id. */
export async function makePerson(owner: Owner, wish: RegistryWish): Promise<string> {
  const id = v7();
  const person = readPerson({
    person_id: id,
    id_number: wish.idNumber,
    old_ids: wish.oldIds?.join("|"),
    full_name: wish.fullName,
    birth_date: wish.birthDate,
    sex: wish.sex,
    address: wish.address,
    commune_code: wish.communeCode,
  });
  if ("problem" in person) throw new Error(person.problem);
  const { birthDate } = person;
  await owner.query(PERSON, [
    id,
    person.idNumber,
    person.oldIds,
    person.fullName,
    birthDate?.value ?? null,
    birthDate?.precision ?? null,
    person.sex,
    person.address,
    person.communeCode,
  ]);
  await owner.query("insert into person_key (key, person_id) select unnest($1::bigint[]), $2", [
    person.keys,
    id,
  ]);
  return id;
}
