import type { Sex } from "@/lib/domain/records/sex";
import { matchRecord } from "../decide";
import { matchInRounds } from "../rounds";
import { type MatchDecision, type MatchModel, OUTCOMES, type Outcome } from "../vocabulary";
import { type Cell, readDate, readSexText, unpackDate } from "./byte-values";
import type { Layout, RecordColumn } from "./columns";
import { CsvScanner } from "./csv-scanner";
import { ExactPass } from "./exact";
import { People, type SharedPeople } from "./people";
import type { ReadBefore } from "./person-row";
import { SEX_NUMBERS } from "./person-table";
import { problemOfRow, type RowProblem, readRecordText } from "./record-row";
import { csvCell, resultLine, type Sentences } from "./result-line";
import type { WordTable } from "./word-table";

/** The result of one piece of a file of records: lines in the order of the file. */
export interface MatchedPiece {
  lines: string;
  records: number;
  /** records by outcome, in the order of `OUTCOMES` */
  outcomes: number[];
}

export interface MatcherOptions {
  people: SharedPeople;
  layout: Layout<RecordColumn>;
  model: MatchModel;
  words: WordTable;
  sentences: Sentences;
}

/** Matches the records of one piece of a file after another with people in memory. */
export class RecordMatcher {
  private readonly scanner: CsvScanner;
  private readonly people: People;
  private readonly exact: ExactPass;
  private bytes: Uint8Array = new Uint8Array(0);
  private outcomes: number[] = [];
  private sameEnd = "";

  constructor(private readonly of: MatcherOptions) {
    this.scanner = new CsvScanner(of.layout.delimiter);
    this.people = new People(of.people);
    this.exact = new ExactPass(this.people, of);
  }

  match(bytes: Uint8Array, from: number, end: number): MatchedPiece {
    this.bytes = bytes;
    this.outcomes = OUTCOMES.map(() => 0);
    this.scanner.open(bytes, from, end);
    let lines = "";
    let records = 0;
    while (this.scanner.next()) {
      lines += this.matchRow();
      records++;
    }
    return { lines, records, outcomes: this.outcomes };
  }

  private matchRow(): string {
    const problem = problemOfRow(this.scanner, this.of.layout);
    const recordId = csvCell(this.text("record_id").trim());
    if (problem) return this.wrongRow(recordId, problem);
    const date = readDate(this.cell("birth_date"));
    const sex = readSexText(this.text("sex"));
    const same = this.matchExactly({ date, sex });
    return recordId + (same ?? this.compare({ birthDate: unpackDate(date), sex }));
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

  private wrongRow(recordId: string, problem: RowProblem): string {
    this.count("insufficient");
    return `${recordId},insufficient,,,,,,${this.of.sentences.of([problem])}\n`;
  }

  private matchExactly({ date, sex }: { date: number; sex: Sex | null }): string | null {
    const cells = {
      name: this.cell("full_name"),
      number: this.cell("id_number"),
      date,
      sex: sex ? SEX_NUMBERS[sex] : 0,
    };
    const row = this.exact.find(cells);
    const score = row < 0 ? "" : this.exact.score(row);
    if (score === "") return null;
    this.count("matched");
    return `,matched,${csvCell(this.people.idOf(row))},${score},,${this.endOfSame(row)}`;
  }

  /** What stands at the end of the line of every record that is the same in all fields. */
  private endOfSame(row: number): string {
    if (this.sameEnd === "") {
      const person = this.people.read(row);
      const decision = matchRecord({ ...person, foreign: false }, [person], this.of.model);
      const line = resultLine(decision, this.of.sentences);
      this.sameEnd = line.slice(line.indexOf(",full_name:"));
    }
    return this.sameEnd;
  }

  private compare(before: ReadBefore): string {
    const subject = readRecordText(this.text, before);
    const decision: MatchDecision = matchInRounds(subject, this.people.lookUp, this.of.model);
    this.count(decision.outcome);
    return resultLine(decision, this.of.sentences);
  }
}
