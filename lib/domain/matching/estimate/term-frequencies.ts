import { readToken, toneFreeKey } from "../name-token";
import type { NameFrequencies } from "../vocabulary";

type Place = "surnames" | "middles" | "givens";

/** Counts of one word: every way to write it (hoà, hòa) counts together. */
interface WordCount {
  total: number;
  spellings: Map<string, number>;
}

interface FrequencyOptions {
  /** A word needs as many bearers for a line of its own; rarer ones share the default. */
  fewest: number;
  /** A whole name never weighs more than this, in bits. */
  most: number;
}

/** Added to the count of every word, so that the rare ones are not overstated. */
const ALPHA = 0.5;

/** Counts the words of names by their place: the first is the family name, the last the given name. */
export class NameCounter {
  readonly #words: Record<Place, Map<string, WordCount>> = {
    surnames: new Map(),
    middles: new Map(),
    givens: new Map(),
  };
  #people = 0;

  get people(): number {
    return this.#people;
  }

  /** `words` are the words of one person's name, with their marks. */
  add(words: readonly string[]): void {
    if (words.length === 0) return;
    this.#people++;
    const last = words.length - 1;
    for (const [at, word] of words.entries()) {
      this.#count(at === last ? "givens" : at === 0 ? "surnames" : "middles", word);
    }
  }

  #count(place: Place, word: string): void {
    const token = readToken(word);
    const key = toneFreeKey(token);
    const known = this.#words[place].get(key) ?? { total: 0, spellings: new Map() };
    known.total++;
    known.spellings.set(token.text, (known.spellings.get(token.text) ?? 0) + 1);
    this.#words[place].set(key, known);
  }

  /** Bits of every word: −log2 of the share of people who bear it there, to one decimal. */
  frequencies(options: FrequencyOptions): NameFrequencies {
    const table = (place: Place) =>
      tableOf([...this.#words[place].values()], this.#people, options);
    const [surnames, middles, givens] = [table("surnames"), table("middles"), table("givens")];
    return {
      surnames: surnames.bits,
      middles: middles.bits,
      givens: givens.bits,
      otherSurname: surnames.other,
      otherMiddle: middles.other,
      otherGiven: givens.other,
      most: options.most,
    };
  }
}

/**
 * The default of words without a line is the share of the average one of them, counted with one more
 * that nobody has met yet.
 */
function tableOf(words: WordCount[], people: number, { fewest }: FrequencyOptions) {
  const common = words.filter((word) => word.total >= fewest);
  const rare = words.filter((word) => word.total < fewest);
  const whole = people + ALPHA * (words.length + 1);
  const bitsOf = (count: number) => Math.round(-Math.log2((count + ALPHA) / whole) * 10) / 10;
  const entries = common
    .map((word): [string, number] => [spellingOf(word), bitsOf(word.total)])
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  const bearers = rare.reduce((sum, word) => sum + word.total, 0);
  return { bits: Object.fromEntries(entries), other: bitsOf(bearers / (rare.length + 1)) };
}

function spellingOf({ spellings }: WordCount): string {
  const [first] = [...spellings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}
