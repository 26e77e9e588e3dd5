import type { Wish } from "@/prisma/factories/tasks";
import { recordOf, somebody } from "../browsing/people";

/** How one field is settled: by a text that is typed, else by the registry's value. */
export interface FieldAct {
  field: "fullName" | "birthDate" | "idNumber";
  typed?: string;
}

export interface Typical {
  name: string;
  wish: Wish;
  /** what is done about each field that differs */
  acts: FieldAct[];
}

const NAME: FieldAct = { field: "fullName" };
const DATE: FieldAct = { field: "birthDate" };
const NUMBER: FieldAct = { field: "idNumber" };

type Person = ReturnType<typeof somebody>;
type Written = Parameters<typeof recordOf>[1];

function typical(
  name: string,
  of: { fullName: string; written: (person: Person) => Written; acts?: FieldAct[] },
): Typical {
  const person = { ...somebody(), fullName: of.fullName };
  return { name, wish: recordOf(person, of.written(person)), acts: of.acts ?? [NAME] };
}

/** Day and month the other way round; `somebody` is born on a day that is a month too. */
function swapped({ birthDate }: Person): string {
  const [day = "", month = "", year = ""] = birthDate.split("/");
  return `${month}/${day}/${year}`;
}

const anotherYear = ({ birthDate }: Person) =>
  birthDate.replace(/\d$/, (digit) => `${(Number(digit) + 1) % 10}`);

/** "One doubtful field, and the registry is right": one letter more than the registry's name has. */
const slips = ["Trần Thị Lan", "Lê Văn Hùng", "Phạm Thị Mai", "Hoàng Văn Dũng", "Vũ Thị Thanh"].map(
  (fullName) => typical("one letter", { fullName, written: () => ({ fullName: `${fullName}g` }) }),
);

/** Ten records as stations have them; what the engine repairs by itself never gets here. */
export const TYPICAL: Typical[] = [
  ...slips,
  typical("a mark of the name", {
    fullName: "Đặng Văn Bính",
    written: () => ({ fullName: "Đặng Văn Bình" }),
  }),
  typical("swapped date and a letter", {
    fullName: "Bùi Thị Hoa",
    written: (person) => ({ fullName: "Bùi Thị Hoan", birthDate: swapped(person) }),
    acts: [NAME, DATE],
  }),
  typical("lost nought and a letter", {
    fullName: "Đỗ Văn Sơn",
    written: ({ idNumber }) => ({ fullName: "Đỗ Văn Sơng", idNumber: idNumber.slice(1) }),
    acts: [NAME, NUMBER],
  }),
  typical("a value that is typed", {
    fullName: "Hồ Thị Nga",
    written: () => ({ fullName: "Hồ Thị Ngan" }),
    acts: [{ field: "fullName", typed: "Hồ Thị Nga" }],
  }),
  typical("two fields", {
    fullName: "Ngô Văn Tài",
    written: (person) => ({ fullName: "Ngô Văn Tàin", birthDate: anotherYear(person) }),
    acts: [NAME, DATE],
  }),
];
