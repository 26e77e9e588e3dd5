import { hash } from "./key-set";

export interface FaultShares {
  /** share of questions that get a 500 */
  errors: number;
  /** share of questions that are never answered */
  timeouts: number;
  seed: number;
}

export type Fault = "error" | "timeout" | null;

const WHOLE = 2 ** 32;
/** Faults that are remembered, so that the same question asked again draws anew. */
const MOST_REMEMBERED = 100_000;

/**
 * Faults that depend on the seed, the question and how often it failed before, and on nothing else:
 * the same files and seed give the same faults in whatever order the questions come.
 */
export class Faults {
  readonly #shares: FaultShares;
  readonly #failed = new Map<string, number>();

  constructor(shares: FaultShares) {
    this.#shares = shares;
  }

  draw(question: string): Fault {
    const { errors, timeouts, seed } = this.#shares;
    if (errors + timeouts === 0) return null;
    const before = this.#failed.get(question) ?? 0;
    const chance = hash(`${seed} ${before} ${question}`)[0] / WHOLE;
    if (chance >= errors + timeouts) {
      this.#failed.delete(question);
      return null;
    }
    if (this.#failed.size >= MOST_REMEMBERED) this.#failed.clear();
    this.#failed.set(question, before + 1);
    return chance < errors ? "error" : "timeout";
  }
}
