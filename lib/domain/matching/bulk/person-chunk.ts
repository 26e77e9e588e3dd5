import { kindNumber, numberKey, numberKeyOf, personKeys } from "../blocking";
import { usableNumber } from "../compare-id-number";
import { firstLane, laneOf } from "../key-hash";
import type { BlockingKind, MatchModel } from "../vocabulary";
import { readAddress } from "./byte-address";
import { ByteName } from "./byte-name";
import {
  type Cell,
  PERSONAL_DIGITS,
  readDate,
  readPersonalDigits,
  readSexText,
} from "./byte-values";
import type { Layout, PersonColumn } from "./columns";
import { CsvScanner } from "./csv-scanner";
import { GrowingInts } from "./growing";
import { type SortedEntries, sortEntries } from "./people-index";
import { readPersonRow } from "./person-row";
import { MILLION, NO_NUMBER, PERSON_WIDTH, SEX_NUMBERS } from "./person-table";
import { decode } from "./utf8";
import type { WordTable } from "./word-table";

const BAR = 0x7c;

/** The people of one piece of a registry file. */
export interface PersonChunk {
  rows: number;
  /** rows that name nobody */
  skipped: number;
  /** `PERSON_WIDTH` numbers for each row; the piece is left at 0 */
  table: Uint32Array;
  entries: SortedEntries;
}

/** Reads the people of one piece of a registry file and makes their keys. */
export class PersonReader {
  private readonly scanner: CsvScanner;
  private readonly name: ByteName;
  private readonly kinds: ReadonlySet<BlockingKind>;
  private bytes: Uint8Array = new Uint8Array(0);
  private row = 0;
  private entries = new GrowingInts(0);

  constructor(
    private readonly layout: Layout<PersonColumn>,
    private readonly of: { model: MatchModel; words: WordTable },
  ) {
    this.scanner = new CsvScanner(layout.delimiter);
    this.name = new ByteName(of.words);
    this.kinds = new Set(of.model.blocking);
  }

  read(bytes: Uint8Array, from: number, end: number): PersonChunk {
    const estimate = Math.ceil((end - from) / 80) + 16;
    const table = new GrowingInts(estimate * PERSON_WIDTH);
    this.entries = new GrowingInts(estimate * 16);
    this.bytes = bytes;
    this.row = 0;
    let skipped = 0;
    this.scanner.open(bytes, from, end);
    while (this.scanner.next()) {
      if (this.addPerson(table)) this.row++;
      else skipped++;
    }
    const entries = sortEntries(this.entries.done());
    return { rows: this.row, skipped, table: table.done(), entries };
  }

  /** False when the row names nobody. The numbers go in the order of `AT`. */
  private addPerson(table: GrowingInts): boolean {
    const name = this.cell("full_name");
    if (this.isNobody(name)) return false;
    const read = { date: readDate(this.cell("birth_date")), sex: this.readSex() };
    const number = this.readNumbers();
    table.push(number < 0 ? NO_NUMBER : number % MILLION);
    table.push(number < 0 ? 0 : Math.floor(number / MILLION));
    table.push(read.date);
    table.push(read.sex);
    table.push(name.start);
    table.push(name.end - name.start);
    table.push(this.scanner.rowStart);
    table.push(0);
    this.addKeys(name, read);
    return true;
  }

  private cell(column: PersonColumn): Cell {
    const at = this.layout.columns[column];
    const { bytes, scanner } = this;
    if (at < 0 || at >= scanner.count) return { bytes, start: 0, end: 0 };
    return { bytes, start: scanner.starts[at] ?? 0, end: scanner.ends[at] ?? 0 };
  }

  private isNobody(name: Cell): boolean {
    const id = this.cell("person_id");
    return name.end === name.start || id.end === id.start;
  }

  private readSex(): number {
    const sex = readSexText(this.scanner.text(this.layout.columns.sex));
    return sex ? SEX_NUMBERS[sex] : 0;
  }

  private add(key: number): void {
    this.entries.push(key);
    this.entries.push(this.row);
  }

  private addPair(kind: BlockingKind, a: number, b: number): void {
    if (this.kinds.has(kind)) this.add(laneOf(0, kindNumber(kind), { a, b }));
  }

  /** Enters the number and the older ones; gives the personal number. */
  private readNumbers(): number {
    const { id_number: numbered } = this.layout.columns;
    const cell = this.cell(numbered < 0 ? "person_id" : "id_number");
    const value = readPersonalDigits(cell);
    if (value >= 0) this.add(firstLane(numberKeyOf(value, PERSONAL_DIGITS)));
    else this.addNumberText(cell);
    const old = this.cell("old_ids");
    let from = old.start;
    for (let at = old.start; at <= old.end; at++) {
      if (at < old.end && this.bytes[at] !== BAR) continue;
      if (at > from) this.addNumberText({ bytes: this.bytes, start: from, end: at });
      from = at + 1;
    }
    return value;
  }

  private addNumberText({ bytes, start, end }: Cell): void {
    if (end === start) return;
    const text = decode(bytes, start, end).trim();
    const number = usableNumber(text);
    if (number !== null) this.add(firstLane(numberKey(number)));
  }

  private addKeys(name: Cell, read: { date: number; sex: number }): void {
    if (!this.name.read(name)) {
      this.addTextKeys();
      return;
    }
    const names = this.name.names();
    const day = Math.floor(read.date / 4);
    if (read.date > 0) this.addPair("name_year", names, Math.floor(day / 10_000));
    if (read.date > 0 && read.date % 4 === 0) {
      this.addPair("name_date", names, day);
      this.addPair("name_day", names, day % 10_000);
      if (read.sex > 0) {
        const sexed = day * 2 + read.sex - 1;
        this.addPair("given_date", this.name.given(), sexed);
        this.addPair("initials_date", this.name.initials(), sexed);
      }
    }
    const address = readAddress(this.cell("address"));
    if (address !== null) this.addPair("given_address", this.name.given(), address);
  }

  /** A name that is not all Vietnamese syllables is read as the record's names are. */
  private addTextKeys(): void {
    const { idNumber: _, oldIds: __, ...person } = readPersonRow(this.scanner, this.layout.columns);
    for (const key of personKeys({ ...person, idNumber: null }, this.of.model)) {
      this.add(firstLane(key));
    }
  }
}
