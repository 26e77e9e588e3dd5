import { numberKeyOf } from "../blocking";
import { compareIdentity } from "../compare-identity";
import { firstLane } from "../key-hash";
import { scoreCandidate } from "../score";
import { isSettledByNumber, reachVerdict } from "../verdict";
import type { Candidate, MatchModel } from "../vocabulary";
import { ByteName } from "./byte-name";
import { type Cell, PERSONAL_DIGITS, readPersonalDigits, sameBytes } from "./byte-values";
import type { People } from "./people";
import { MILLION } from "./person-table";
import { writeScore } from "./result-line";
import type { WordTable } from "./word-table";

/** The cells of a record that the official comparison looks at. */
export interface ExactCells {
  name: Cell;
  number: Cell;
  /** as `PackedDate` */
  date: number;
  /** 1 male, 2 female, 0 not known */
  sex: number;
}

/** Sums of bits that differ by less differ by rounding only. */
const BITS_APART = 1_000_000;

/**
 * Finds records that are the same as one person in all four fields, byte for byte: most of any list.
 * The answer is what `matchInRounds` gives for them, without making a single string.
 */
export class ExactPass {
  private readonly name: ByteName;
  private readonly scores = new Map<number, string>();

  constructor(
    private readonly people: People,
    private readonly of: { model: MatchModel; words: WordTable },
  ) {
    this.name = new ByteName(of.words);
  }

  /** The row of the one person who is the same; −1 when the record has to be compared. */
  find({ name, number, date, sex }: ExactCells): number {
    const value = readPersonalDigits(number);
    if (value < 0 || sex === 0 || date === 0) return -1;
    const row = this.people.onlyRow(firstLane(numberKeyOf(value, PERSONAL_DIGITS)));
    if (row < 0) return -1;
    const { people } = this;
    const isSame =
      people.field(row, "numberLow") === value % MILLION &&
      people.field(row, "numberHigh") === Math.floor(value / MILLION) &&
      people.field(row, "date") === date &&
      people.field(row, "sex") === sex;
    return isSame && sameBytes(name, people.nameCell(row)) ? row : -1;
  }

  /** The score of a record that is the same as the person of this row; "" when it isn't accepted. */
  score(row: number): string {
    if (!this.name.read(this.people.nameCell(row))) return "";
    const bits = Math.min(this.name.bits(), this.of.model.names.most);
    const precision = this.people.field(row, "date") % 4;
    const key = Math.round(bits * BITS_APART) * 4 + precision;
    let score = this.scores.get(key);
    if (score === undefined) {
      const value = scoreOfEqual(this.people.read(row), this.of.model);
      score = value < 0 ? "" : writeScore(value);
      this.scores.set(key, score);
    }
    return score;
  }
}

/** What the engine says of a record that equals this person; −1 when that isn't "matched". */
function scoreOfEqual(person: Candidate, model: MatchModel): number {
  const subject = { ...person, foreign: false };
  const scored = scoreCandidate(subject, person, model);
  const verdict = reachVerdict(subject, [scored], model);
  const isSame = compareIdentity(subject, person, model).every((one) => one.class === "same");
  const settled = isSame && isSettledByNumber([scored], verdict, model);
  return settled && verdict.outcome === "matched" ? scored.score : -1;
}
