import { numberKeyOf } from "../blocking";
import { compareIdentity } from "../compare-identity";
import { firstLane } from "../key-hash";
import { scoreCandidate } from "../score";
import { isSettledByNumber, reachVerdict } from "../verdict";
import type { Candidate, MatchModel } from "../vocabulary";
import { type Cell, PERSONAL_DIGITS, readPersonalDigits, sameBytes } from "./byte-values";
import type { People } from "./people";
import { MILLION, NO_BITS } from "./person-table";
import { writeScore } from "./result-line";

/** The cells of a record that the official comparison looks at. */
export interface ExactCells {
  name: Cell;
  number: Cell;
  /** as in the table of people */
  dateAndSex: number;
}

/**
 * Finds records that are the same as one person in all four fields, byte for byte: most of any list.
 * The answer is what `matchInRounds` gives for them, without making a single string.
 */
export class ExactPass {
  private readonly scores = new Map<number, string>();

  constructor(
    private readonly people: People,
    private readonly model: MatchModel,
  ) {}

  /** The row of the one person who is the same; −1 when the record has to be compared. */
  find({ name, number, dateAndSex }: ExactCells): number {
    const value = readPersonalDigits(number);
    if (value < 0 || dateAndSex % 4 === 0 || dateAndSex < 4) return -1;
    const row = this.people.onlyRow(firstLane(numberKeyOf(value, PERSONAL_DIGITS)));
    if (row < 0) return -1;
    const { people } = this;
    const isSame =
      people.field(row, "numberLow") === value % MILLION &&
      people.field(row, "numberHigh") === Math.floor(value / MILLION) &&
      people.field(row, "dateAndSex") === dateAndSex;
    return isSame && sameBytes(name, people.nameCell(row)) ? row : -1;
  }

  /** The score of a record that is the same as the person of this row; "" when it isn't accepted. */
  score(row: number): string {
    const bits = this.people.field(row, "nameBits");
    if (bits === NO_BITS) return "";
    const precision = Math.floor(this.people.field(row, "dateAndSex") / 4) % 4;
    const key = bits * 4 + precision;
    let score = this.scores.get(key);
    if (score === undefined) {
      const value = scoreOfEqual(this.people.read(row), this.model);
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
