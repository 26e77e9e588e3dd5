/** Whole numbers below 2^32 that are added one by one. */
export class GrowingInts {
  private values: Uint32Array;
  private size = 0;

  constructor(expected: number) {
    this.values = new Uint32Array(Math.max(expected, 16));
  }

  push(value: number): void {
    if (this.size === this.values.length) {
      const grown = new Uint32Array(this.size * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.size++] = value;
  }

  /** Exactly what was added, in memory of its own. */
  done(): Uint32Array {
    return this.values.slice(0, this.size);
  }
}
