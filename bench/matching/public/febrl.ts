import { join } from "node:path";
import { readColumns, readTitles } from "../csv-table";
import type { PublicRow } from "./linked-set";

/** FEBRL 4: 5,000 made-up Australians and one damaged copy of each; as the toolkits of Python carry it. */
export const FEBRL_FILES = { people: "dataset4a.csv", records: "dataset4b.csv" };

const COLUMNS = ["rec_id", "given_name", "surname", "date_of_birth", "soc_sec_id"];

/** How the seven digits of the set stand in ours: as they are, or made up to the nine of a CMND. */
export type NumberShape = "seven" | "nine";

/** Any two digits would do: the same stand before every number, so equal stays equal. */
const FIRST_TWO = "10";

/** "rec-561-dup-0" is a copy of "rec-561-org". The surname comes first, as in Viet Nam. */
export function readFebrl(folder: string, shape: NumberShape) {
  const read = (file: string) => [...readRows(join(folder, file), shape)];
  return { people: read(FEBRL_FILES.people), records: read(FEBRL_FILES.records) };
}

function* readRows(path: string, shape: NumberShape): Generator<PublicRow> {
  const titles = readTitles(path);
  const asWritten = COLUMNS.map((column) => titles.find((title) => title.trim() === column) ?? "");
  for (const cells of readColumns(path, asWritten)) {
    const [id = "", given = "", surname = "", birth = "", number = ""] = cells.map((cell) =>
      cell.trim(),
    );
    yield {
      id,
      truth: id.split("-").slice(0, 2).join("-"),
      fullName: [surname, given].filter(Boolean).join(" "),
      birthDate: birth.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"),
      sex: "",
      idNumber: shape === "nine" && /^\d{7}$/.test(number) ? FIRST_TWO + number : number,
    };
  }
}
