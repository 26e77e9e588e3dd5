/** Lets at most `perSecond` through, evenly spaced, in the order of asking. */
export class RateLimit {
  readonly #spacing: number;
  #next = 0;

  constructor(perSecond: number) {
    this.#spacing = 1000 / perSecond;
  }

  /** Takes the next place; gives the milliseconds to wait for it. */
  take(now: number): number {
    const at = Math.max(now, this.#next);
    this.#next = at + this.#spacing;
    return at - now;
  }

  /** Nobody passes before this moment: the gateway has asked for a pause. */
  pauseUntil(moment: number): void {
    this.#next = Math.max(this.#next, moment);
  }
}
