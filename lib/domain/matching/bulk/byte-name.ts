import { combine } from "../key-hash";
import type { Cell } from "./byte-values";
import type { KnownWord, WordTable } from "./word-table";

const SPACE = 0x20;
const MOST_WORDS = 12;

/**
 * The words of a name read from its bytes. One reader is used again and again: its fields hold what
 * the last name had.
 */
export class ByteName {
  words: KnownWord[] = [];
  count = 0;

  constructor(private readonly table: WordTable) {}

  /** False for a name that isn't clean as it stands (`isCleanName`): it is read as text. */
  read({ bytes, start, end }: Cell): boolean {
    this.count = 0;
    let at = start;
    while (at < end) {
      while (at < end && bytes[at] === SPACE) at++;
      const from = at;
      while (at < end && bytes[at] !== SPACE) at++;
      if (at === from) break;
      const word = this.table.find(bytes, from, at);
      if (!word.isSimple || this.count === MOST_WORDS) return false;
      this.words[this.count++] = word;
    }
    return this.count > 0 && !this.isMixed();
  }

  /** Accented capitals within words, and small letters beside them, are what damage looks like. */
  private isMixed(): boolean {
    let hasSmall = false;
    let hasInnerCapital = false;
    for (let at = 0; at < this.count; at++) {
      hasSmall ||= this.words[at]?.hasSmall === true;
      hasInnerCapital ||= this.words[at]?.hasInnerCapital === true;
    }
    return hasSmall && hasInnerCapital;
  }

  /** The first lane of the hashes that blocking keys are made of. */
  names(): number {
    let sum = 0;
    for (let at = 0; at < this.count; at++) sum = (sum + (this.words[at]?.plain ?? 0)) | 0;
    return sum;
  }

  given(): number {
    return this.words[this.count - 1]?.plain ?? 0;
  }

  initials(): number {
    let hash = 0;
    for (let at = 0; at < this.count; at++) hash = combine(hash, this.words[at]?.initial ?? 0);
    return hash;
  }

  /** As `nameBits`, without its upper limit. */
  bits(): number {
    const last = this.count - 1;
    let bits = 0;
    for (let at = 0; at <= last; at++) {
      const word = this.words[at];
      if (!word) continue;
      bits += at === last ? word.givenBits : at === 0 ? word.surnameBits : word.middleBits;
    }
    return bits;
  }
}
