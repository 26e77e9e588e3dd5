/** Starts pieces of work, at most so many at once. They must not fail. */
export class UnderWay {
  readonly #most: number;
  #count = 0;
  #wake = () => {};

  constructor(most: number) {
    this.#most = most;
  }

  /** Starts one piece and comes back when there is room for the next. */
  async start(work: () => Promise<void>): Promise<void> {
    this.#count += 1;
    void work().finally(() => {
      this.#count -= 1;
      this.#wake();
    });
    while (this.#count >= this.#most) await this.#oneLess();
  }

  /** Comes back when all of it is done. */
  async drain(): Promise<void> {
    while (this.#count > 0) await this.#oneLess();
  }

  #oneLess(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
