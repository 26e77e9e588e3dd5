const FIRST_SIZE = 1 << 16;
const FULLEST = 0.6;

/**
 * A set of texts that keeps 64 bits of each and nothing else: eight bytes a text and some room, so
 * that a million people fit into 32 MB. Two texts are taken for one once in 10^19 pairs.
 */
export class KeySet {
  #high = new Uint32Array(FIRST_SIZE);
  #low = new Uint32Array(FIRST_SIZE);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    if (this.#size >= this.#high.length * FULLEST) this.#grow();
    if (this.#put(...hash(text))) this.#size += 1;
  }

  has(text: string): boolean {
    const [high, low] = hash(text);
    const at = this.#place(high, low);
    return this.#high[at] === high && this.#low[at] === low;
  }

  #put(high: number, low: number): boolean {
    const at = this.#place(high, low);
    if (this.#high[at] === high && this.#low[at] === low) return false;
    this.#high[at] = high;
    this.#low[at] = low;
    return true;
  }

  /** Where it stands, or the empty place where it would. */
  #place(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let at = low & mask;
    while (this.#high[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    for (let at = 0; at < high.length; at++) {
      if (high[at] !== 0) this.#put(high[at] ?? 0, low[at] ?? 0);
    }
  }
}

/** Two different mixtures of the characters; the first is never 0, which marks an empty place. */
export function hash(text: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0 || 1, b >>> 0];
}
