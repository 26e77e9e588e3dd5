/** Where the columns of a file are: the cell of each, −1 for one that the file lacks. */
export type Columns<Name extends string> = Readonly<Record<Name, number>>;

export const RECORD_COLUMNS = [
  "record_id",
  "full_name",
  "birth_date",
  "sex",
  "id_number",
  "phone",
  "address",
  "commune_code",
] as const;
export const REQUIRED_OF_RECORDS: readonly RecordColumn[] = RECORD_COLUMNS.slice(0, 5);
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

export const PERSON_COLUMNS = [
  "person_id",
  "id_number",
  "old_ids",
  "full_name",
  "birth_date",
  "sex",
  "address",
  "commune_code",
] as const;
export const REQUIRED_OF_PEOPLE: readonly PersonColumn[] = [
  "person_id",
  "full_name",
  "birth_date",
  "sex",
];
export type PersonColumn = (typeof PERSON_COLUMNS)[number];

/** How a file is laid out; all rows have `width` cells. */
export interface Layout<Name extends string> {
  /** the byte between cells: comma, semicolon or tab */
  delimiter: number;
  width: number;
  columns: Columns<Name>;
}

/** Finds columns by their titles; `missing` names the required ones that are not there. */
export function findColumns<Name extends string>(
  titles: readonly string[],
  { names, required }: { names: readonly Name[]; required: readonly Name[] },
): { columns: Columns<Name>; missing: Name[]; repeated: Name[] } {
  const tidy = titles.map((title) => title.trim().toLowerCase());
  const columns = Object.fromEntries(names.map((name) => [name, tidy.indexOf(name)]));
  return {
    columns: columns as Columns<Name>,
    missing: required.filter((name) => !tidy.includes(name)),
    repeated: names.filter((name) => tidy.indexOf(name) !== tidy.lastIndexOf(name)),
  };
}
