import { isCleanName } from "../clean-name";
import { hashText } from "../key-hash";
import { plainKey, readToken, toneFreeKey } from "../name-token";
import type { NameFrequencies } from "../vocabulary";
import { decode } from "./utf8";

/** What is known of one written word; made once, found again by its bytes. */
export interface KnownWord {
  bytes: Uint8Array;
  /** A word that names are made of, in letters: nothing has to be repaired or split. */
  isSimple: boolean;
  /** Holds small letters; an accented capital behind its first letter, which beside small ones is damage. */
  hasSmall: boolean;
  hasInnerCapital: boolean;
  /** First lane of the word's hash without marks. */
  plain: number;
  /** UTF-16 unit of its first letter without marks. */
  initial: number;
  /** Bits that the word carries as family name, middle name and given name. */
  surnameBits: number;
  middleBits: number;
  givenBits: number;
  next: KnownWord | null;
}

const BUCKETS = 65_536;
const MOST_WORDS = 200_000;

type Bits = ReadonlyMap<string, number>;

function bitsOf(table: Readonly<Record<string, number>>): Bits {
  return new Map(Object.entries(table).map(([word, bits]) => [toneFreeKey(readToken(word)), bits]));
}

/** The words of names by their bytes: a country has a few thousand of them. */
export class WordTable {
  private readonly buckets = new Array<KnownWord | null>(BUCKETS).fill(null);
  private readonly surnames: Bits;
  private readonly middles: Bits;
  private readonly givens: Bits;
  private size = 0;

  constructor(private readonly names: NameFrequencies) {
    this.surnames = bitsOf(names.surnames);
    this.middles = bitsOf(names.middles);
    this.givens = bitsOf(names.givens);
  }

  find(bytes: Uint8Array, start: number, end: number): KnownWord {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const bucket = (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    for (let word = this.buckets[bucket]; word; word = word.next) {
      if (isWord(word.bytes, bytes, { start, end })) return word;
    }
    const made = this.make(bytes.slice(start, end));
    if (this.size < MOST_WORDS) {
      made.next = this.buckets[bucket] ?? null;
      this.buckets[bucket] = made;
      this.size++;
    }
    return made;
  }

  private make(bytes: Uint8Array): KnownWord {
    const text = decode(bytes, 0, bytes.length);
    const token = readToken(text);
    const plain = plainKey(token);
    const key = toneFreeKey(token);
    const { names } = this;
    return {
      bytes,
      isSimple: /^\p{L}+$/u.test(text) && isCleanName(text),
      hasSmall: /\p{Ll}/u.test(text),
      hasInnerCapital: /.[À-Ý]/u.test(text),
      plain: hashText(plain, 0),
      initial: plain.charCodeAt(0),
      surnameBits: this.surnames.get(key) ?? names.otherSurname,
      middleBits: this.middles.get(key) ?? names.otherMiddle,
      givenBits: this.givens.get(key) ?? names.otherGiven,
      next: null,
    };
  }
}

function isWord(known: Uint8Array, bytes: Uint8Array, at: { start: number; end: number }): boolean {
  if (known.length !== at.end - at.start) return false;
  for (let index = 0; index < known.length; index++) {
    if (known[index] !== bytes[at.start + index]) return false;
  }
  return true;
}
