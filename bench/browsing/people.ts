import { randomInt } from "node:crypto";
import type { Invented } from "@/prisma/factories/registry-people";
import type { Wish } from "@/prisma/factories/tasks";

type Fields = Partial<Pick<Invented, "fullName" | "birthDate" | "idNumber">>;

const two = (value: number) => `${value}`.padStart(2, "0");

/** Somebody whom no earlier run over the same database has invented. */
export function somebody(): Invented {
  const year = randomInt(1940, 1999);
  const [day, month] = [randomInt(1, 12), randomInt(1, 12)];
  const serial = `${randomInt(1_000_000)}`.padStart(6, "0");
  return {
    fullName: "Nguyễn Thị Hòa",
    birthDate: `${two(day)}/${two(month)}/${year}`,
    sex: "female",
    idNumber: `0791${two(year % 100)}${serial}`,
  };
}

/** A record of somebody in which some fields were written otherwise than in the registry. */
export function recordOf(person: Invented, written: Fields): Wish {
  const { fullName, birthDate, idNumber } = { ...person, ...written };
  const sourceId = `B${randomInt(2 ** 40)}`;
  return { person, record: { sourceId, fullName, birthDate, idNumber, sex: "Nữ" } };
}

/** One letter of the name is wrong: the commonest case of all. */
export function slip(): Wish {
  const person = somebody();
  return recordOf(person, { fullName: `${person.fullName}n` });
}
