import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ"];
const MIDDLES = ["Thị", "Ngọc", "Thu", "Kim"];
const GIVENS = ["Hòa", "Lan", "Dũng", "Thủy", "Mỹ", "Bình", "Đức"];

export interface Invented {
  fullName: string;
  birthDate: string;
  idNumber: string;
}

const pick = <T>(from: readonly T[], at: number) => from[at % from.length] as T;
const two = (n: number) => String(n).padStart(2, "0");

/** The same women at every call; nobody's number is another's. */
export function invent(at: number): Invented {
  const year = 50 + (at % 49);
  return {
    fullName: `${pick(SURNAMES, at)} ${pick(MIDDLES, at >> 1)} ${pick(GIVENS, at >> 2)}`,
    birthDate: `${two(1 + (at % 12))}/${two(1 + (at % 11))}/19${two(year)}`,
    idNumber: `0791${two(year)}${String(at).padStart(6, "0")}`,
  };
}

type Damage = (person: Invented) => Partial<Invented & { sex: string }>;

const swap = (date: string) => date.replace(/^(..)\/(..)/, "$2/$1");

/** What is done to the first, second … record, and again from the beginning. */
const DAMAGES: readonly Damage[] = [
  () => ({}),
  ({ fullName }) => ({ fullName: fullName.toUpperCase() }),
  ({ idNumber }) => ({ idNumber: idNumber.slice(1) }),
  () => ({}),
  ({ birthDate }) => ({ birthDate: swap(birthDate) }),
  ({ fullName }) => ({ fullName: fullName.replace("òa", "oà").replace("ủy", "uỷ") }),
  () => ({ fullName: "Vũ Thị Khác" }),
  () => ({ idNumber: "" }),
  () => ({ birthDate: "31/02/1980" }),
  () => ({ fullName: "SINGH AMIT", idNumber: "N8067197" }),
  () => ({ sex: "?" }),
];

/** A registry of so many people and a file of records about them, in a folder of their own. */
export function makeFiles(people: number): { folder: string; registry: string; records: string } {
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  const registry = join(folder, "registry.csv");
  const records = join(folder, "records.csv");
  const persons = ["person_id,id_number,old_ids,full_name,birth_date,sex"];
  const rows = ["record_id,full_name,birth_date,sex,id_number,unknown_column"];
  for (let at = 0; at < people; at++) {
    const person = invent(at);
    persons.push(`P${at},${person.idNumber},,${person.fullName},${person.birthDate},Nữ`);
    const said = { ...person, sex: "0", ...pick(DAMAGES, at)(person) };
    rows.push(`R${at},${said.fullName},${said.birthDate},${said.sex},${said.idNumber},x`);
  }
  rows.push(
    '"=R,""quoted""",Lê Thị Ô,01/01/1980,Nữ',
    ",Lê Thị Không Mã,01/01/1980,Nữ,079180000000,x",
  );
  writeFileSync(registry, persons.join("\n"));
  writeFileSync(records, `\uFEFF${rows.join("\r\n")}\r\n`);
  return { folder, registry, records };
}
