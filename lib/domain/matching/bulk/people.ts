import { firstLane } from "../key-hash";
import type { LookUp } from "../rounds";
import type { Candidate } from "../vocabulary";
import { type Cell, unpackDate } from "./byte-values";
import type { Layout, PersonColumn } from "./columns";
import { CsvScanner } from "./csv-scanner";
import { onlyRowOf, type PeopleIndex, rowsOf } from "./people-index";
import { readPersonRow } from "./person-row";
import { type PersonField, personField, SEXES } from "./person-table";

/** The people of a registry file in memory that threads share. */
export interface SharedPeople {
  layout: Layout<PersonColumn>;
  /** the file, cut between rows */
  pieces: Uint8Array[];
  /** `PERSON_WIDTH` numbers for each row */
  table: Uint32Array;
  index: PeopleIndex;
}

/** A key under which more people than this are found says little about any of them. */
const MOST_OF_A_KEY = 60;

/** Looks people up by keys and reads those who are found. */
export class People {
  private readonly scanner: CsvScanner;

  constructor(readonly shared: SharedPeople) {
    this.scanner = new CsvScanner(shared.layout.delimiter);
  }

  /** The one row under a key; −1 when there is none, or more than one. */
  onlyRow(lane: number): number {
    return onlyRowOf(this.shared.index, lane);
  }

  field(row: number, field: PersonField): number {
    return personField(this.shared.table, row, field);
  }

  nameCell(row: number): Cell {
    const start = this.field(row, "nameStart");
    return { bytes: this.bytesOf(row), start, end: start + this.field(row, "nameLength") };
  }

  readonly lookUp: LookUp = (keys) => {
    const rows: number[] = [];
    for (const key of keys)
      rowsOf(this.shared.index, firstLane(key), { rows, most: MOST_OF_A_KEY });
    return rows.length === 1
      ? [this.read(rows[0] ?? 0)]
      : [...new Set(rows)].map((row) => this.read(row));
  };

  read(row: number): Candidate {
    this.open(row);
    const birthDate = unpackDate(this.field(row, "date"));
    const sex = SEXES[this.field(row, "sex")] ?? null;
    return readPersonRow(this.scanner, this.shared.layout.columns, { birthDate, sex });
  }

  /** The identifier alone. */
  idOf(row: number): string {
    this.open(row);
    return this.scanner.text(this.shared.layout.columns.person_id).trim();
  }

  private open(row: number): void {
    const bytes = this.bytesOf(row);
    this.scanner.open(bytes, this.field(row, "rowStart"), bytes.length);
    this.scanner.next();
  }

  private bytesOf(row: number): Uint8Array {
    return this.shared.pieces[this.field(row, "piece")] ?? new Uint8Array(0);
  }
}
