export interface BreakerSettings {
  /** so many failures one after the other open it */
  failures: number;
  /** milliseconds for which it stays open before one question may try */
  openMs: number;
}

/**
 * Stops asking a gateway that does not answer. Closed: everybody may ask. Open: nobody. Half open,
 * after a while: one question is the probe; its answer closes the breaker, its failure opens it anew.
 */
export class Breaker {
  readonly #settings: BreakerSettings;
  #failed = 0;
  #openUntil: number | null = null;
  #probing = false;
  #downSince: number | null = null;

  constructor(settings: BreakerSettings) {
    this.#settings = settings;
  }

  /** 0 when a question may be sent now, otherwise the milliseconds after which to ask again. */
  admit(now: number): number {
    if (this.#openUntil === null) return 0;
    if (now < this.#openUntil) return this.#openUntil - now;
    if (this.#probing) return this.#settings.openMs / 10;
    this.#probing = true;
    return 0;
  }

  /** When it opened and has not closed since; null while it is closed. */
  get downSince(): number | null {
    return this.#downSince;
  }

  success(): void {
    this.#failed = 0;
    this.#openUntil = null;
    this.#probing = false;
    this.#downSince = null;
  }

  failure(now: number): void {
    this.#failed += 1;
    const isProbe = this.#probing;
    if (!isProbe && this.#failed < this.#settings.failures) return;
    // Questions that were under way when it opened fail late: they don't hold the probe up.
    if (!isProbe && this.#openUntil !== null) return;
    this.#probing = false;
    this.#openUntil = now + this.#settings.openMs;
    this.#downSince ??= now;
  }
}
