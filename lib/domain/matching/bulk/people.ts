import { firstLane } from "../key-hash";
import type { LookUp } from "../rounds";
import type { Candidate } from "../vocabulary";
import { type Cell, unpackDate } from "./byte-values";
import type { Layout, PersonColumn } from "./columns";
import { CsvScanner } from "./csv-scanner";
import { type PeopleIndex, rowsOf } from "./people-index";
import { readPersonRow } from "./person-row";

/** The people of a registry file in memory that threads share; every array but `pieces` is by row. */
export interface SharedPeople {
  layout: Layout<PersonColumn>;
  /** the file, cut between rows */
  pieces: Uint8Array[];
  piece: Uint32Array;
  rowStart: Uint32Array;
  nameStart: Uint32Array;
  nameLength: Uint32Array;
  date: Uint32Array;
  sex: Uint32Array;
  number: Float64Array;
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
    const rows: number[] = [];
    rowsOf(this.shared.index, lane, { rows, most: 2 });
    return rows.length === 1 ? (rows[0] ?? -1) : -1;
  }

  nameCell(row: number): Cell {
    const { shared } = this;
    const start = shared.nameStart[row] ?? 0;
    return { bytes: this.bytesOf(row), start, end: start + (shared.nameLength[row] ?? 0) };
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
    const person = readPersonRow(this.scanner, this.shared.layout.columns);
    return { ...person, birthDate: unpackDate(this.shared.date[row] ?? 0) };
  }

  /** The identifier alone. */
  idOf(row: number): string {
    this.open(row);
    return this.scanner.text(this.shared.layout.columns.person_id).trim();
  }

  private open(row: number): void {
    const bytes = this.bytesOf(row);
    this.scanner.open(bytes, this.shared.rowStart[row] ?? 0, bytes.length);
    this.scanner.next();
  }

  private bytesOf(row: number): Uint8Array {
    return this.shared.pieces[this.shared.piece[row] ?? 0] ?? new Uint8Array(0);
  }
}
