import {
  type ColumnKey,
  columnTitle,
  type DoseKey,
  type Layout,
  PLATFORM_PROFILE,
  profileTitles,
} from "@/lib/domain/imports/profile";

export type ListDose = Partial<Record<DoseKey, string>>;

/** A person as a list of the platform tells of them: texts by column, as somebody typed them. */
export interface ListPerson extends Partial<Record<ColumnKey, string>> {
  doses?: ListDose[];
}

/** Doses side by side in a list of one row a person. */
const MOST_DOSES = 3;

/** The titles of the platform's list, with the commune's code that some lists carry too. */
export function listTitles(layout: Layout): string[] {
  const doses = layout === "dose" ? 1 : MOST_DOSES;
  return [...profileTitles(PLATFORM_PROFILE, layout, doses), title("communeCode")];
}

function title(key: ColumnKey): string {
  return key === "communeCode" ? "Mã xã" : columnTitle(PLATFORM_PROFILE, key);
}

function personCells({ doses: _, ...texts }: ListPerson): [string, string][] {
  return Object.entries(texts).map(([key, text]) => [title(key as ColumnKey), text]);
}

function doseCells(dose: ListDose, suffix: string): [string, string][] {
  return PLATFORM_PROFILE.doseColumns.map(({ key, title: name }) => [
    `${name}${suffix}`,
    dose[key] ?? "",
  ]);
}

/** The rows of one person: one, or one for each dose. */
function rowsOf(person: ListPerson, layout: Layout): Map<string, string>[] {
  const { doses = [] } = person;
  const cells = personCells(person);
  if (layout === "person") {
    return [new Map([...cells, ...doses.flatMap((dose, i) => doseCells(dose, ` ${i + 1}`))])];
  }
  if (doses.length === 0) return [new Map(cells)];
  return doses.map((dose) => new Map([...cells, ...doseCells(dose, "")]));
}

/** A list as a table, titles first. */
export function listRows(people: readonly ListPerson[], layout: Layout = "person"): string[][] {
  const titles = listTitles(layout);
  const rows = people.flatMap((person) => rowsOf(person, layout));
  return [titles, ...rows.map((row) => titles.map((name) => row.get(name) ?? ""))];
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table as a CSV file in UTF-8. */
export function csvFile(rows: readonly string[][]): Blob {
  return new Blob([rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")]);
}
