import type { Sex } from "@/lib/domain/records/sex";
import { matchRecord } from "../decide";
import { matchInRounds } from "../rounds";
import { type MatchDecision, type MatchModel, OUTCOMES, type Outcome } from "../vocabulary";
import { type Cell, readDate, readSexText, unpackDate } from "./byte-values";
import type { Layout, RecordColumn } from "./columns";
import { CsvScanner } from "./csv-scanner";
import { ExactPass } from "./exact";
import { GrowingBytes, isPlainCell } from "./growing-bytes";
import { People, type SharedPeople } from "./people";
import type { ReadBefore } from "./person-row";
import { SEX_NUMBERS } from "./person-table";
import { problemOfRow, type RowProblem, readRecordText } from "./record-row";
import { csvCell, resultLine, type Sentences } from "./result-line";

/** The result of one piece of a file of records: lines in the order of the file. */
export interface MatchedPiece {
  /** UTF-8 */
  lines: Uint8Array;
  records: number;
  /** records by outcome, in the order of `OUTCOMES` */
  outcomes: number[];
}

export interface MatcherOptions {
  people: SharedPeople;
  layout: Layout<RecordColumn>;
  model: MatchModel;
  sentences: Sentences;
}

const MATCHED = new TextEncoder().encode(",matched,");

/** Matches the records of one piece of a file after another with people in memory. */
export class RecordMatcher {
  private readonly scanner: CsvScanner;
  private readonly people: People;
  private readonly exact: ExactPass;
  private bytes: Uint8Array = new Uint8Array(0);
  private outcomes: number[] = [];
  private readonly lines = new GrowingBytes();
  private readonly sameEnds = new Map<string, Uint8Array>();

  constructor(private readonly of: MatcherOptions) {
    this.scanner = new CsvScanner(of.layout.delimiter);
    this.people = new People(of.people);
    this.exact = new ExactPass(this.people, of.model);
  }

  match(bytes: Uint8Array, from: number, end: number): MatchedPiece {
    this.bytes = bytes;
    this.outcomes = OUTCOMES.map(() => 0);
    this.scanner.open(bytes, from, end);
    let records = 0;
    while (this.scanner.next()) {
      this.matchRow();
      records++;
    }
    return { lines: this.lines.take(), records, outcomes: this.outcomes };
  }

  private matchRow(): void {
    const problem = problemOfRow(this.scanner, this.of.layout);
    this.addCell(this.cell("record_id"), () => this.text("record_id").trim());
    if (problem) {
      this.addWrongRow(problem);
      return;
    }
    const date = readDate(this.cell("birth_date"));
    const sex = readSexText(this.text("sex"));
    if (!this.matchExactly({ date, sex })) this.compare({ birthDate: unpackDate(date), sex });
  }

  /** Copies a cell; one that needs quotation marks is written from its text. */
  private addCell(cell: Cell, text: () => string): void {
    if (isPlainCell(cell)) this.lines.addCell(cell);
    else this.lines.addText(csvCell(text()));
  }

  private text = (name: RecordColumn) => this.scanner.text(this.of.layout.columns[name]);

  private cell(name: RecordColumn): Cell {
    const at = this.of.layout.columns[name];
    const { starts, ends } = this.scanner;
    return { bytes: this.bytes, start: starts[at] ?? 0, end: ends[at] ?? 0 };
  }

  private count(outcome: Outcome): void {
    const at = OUTCOMES.indexOf(outcome);
    this.outcomes[at] = (this.outcomes[at] ?? 0) + 1;
  }

  private addWrongRow(problem: RowProblem): void {
    this.count("insufficient");
    this.lines.addText(`,insufficient,,,,,,${this.of.sentences.of([problem])}\n`);
  }

  private matchExactly({ date, sex }: { date: number; sex: Sex | null }): boolean {
    const row = this.exact.find({
      name: this.cell("full_name"),
      number: this.cell("id_number"),
      dateAndSex: date * 4 + (sex ? SEX_NUMBERS[sex] : 0),
    });
    const score = row < 0 ? "" : this.exact.score(row);
    if (score === "") return false;
    this.count("matched");
    this.lines.addBytes(MATCHED);
    this.addCell(this.people.idCell(row), () => this.people.idOf(row));
    this.lines.addBytes(this.endOfSame(row, score));
    return true;
  }

  /** What stands behind the person in the line of every record that is the same in all fields. */
  private endOfSame(row: number, score: string): Uint8Array {
    let end = this.sameEnds.get(score);
    if (!end) {
      const person = this.people.read(row);
      const decision = matchRecord({ ...person, foreign: false }, [person], this.of.model);
      const line = resultLine(decision, this.of.sentences);
      end = new TextEncoder().encode(`,${score},,${line.slice(line.indexOf(",full_name:"))}`);
      this.sameEnds.set(score, end);
    }
    return end;
  }

  private compare(before: ReadBefore): void {
    const subject = readRecordText(this.text, before);
    const decision: MatchDecision = matchInRounds(subject, this.people.lookUp, this.of.model);
    this.count(decision.outcome);
    this.lines.addText(resultLine(decision, this.of.sentences));
  }
}
