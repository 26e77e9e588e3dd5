import { randomUUID } from "node:crypto";
import { verifyRequest } from "@/lib/domain/matching/gateway/protocol";
import type { Question } from "@/lib/domain/matching/gateway/question";
import { type Backoff, backoffMs } from "./backoff";
import { Breaker, type BreakerSettings } from "./breaker";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { RateLimit } from "./rate-limit";
import type { Send, Sent } from "./send-question";
import { Slots } from "./slots";

export interface GatewaySettings {
  /** why the registry is asked; sent with every question */
  purpose: string;
  /** questions under way at once */
  concurrency: number;
  /** questions a second, repeated ones included */
  perSecond: number;
  /** times one question is sent while the gateway answers others */
  attempts: number;
  backoff: Backoff;
  breaker: BreakerSettings;
  /** milliseconds for which a gateway that is down is waited for before everything stops */
  patienceMs: number;
  /** the same while it has not answered anything yet: the address may be wrong */
  firstPatienceMs: number;
}

/** Why records are compared: sent with every question and kept in the log. */
export const PURPOSE = "vaccination-record-matching";

export const GATEWAY_DEFAULTS: GatewaySettings = {
  purpose: PURPOSE,
  concurrency: 32,
  perSecond: 500,
  attempts: 8,
  backoff: { baseMs: 200, mostMs: 5_000 },
  breaker: { failures: 10, openMs: 2_000 },
  patienceMs: 20_000,
  firstPatienceMs: 3_000,
};

/**
 * `down`: the gateway does not answer anybody, try later. `question`: it answers, but not this
 * question. `refused`: the address or the key is wrong. `status` is HTTP's where there is one.
 */
export class GatewayError extends Error {
  constructor(
    readonly kind: "down" | "question" | "refused",
    readonly status: number | null = null,
  ) {
    super(`registry gateway: ${kind}${status === null ? "" : ` (${status})`}`);
    this.name = "GatewayError";
  }
}

/** A question as the log keeps it: no names and no numbers. `answer` is null when none came. */
export interface AskedQuestion {
  /** whatever the caller knows the record by */
  reference: string;
  purpose: string;
  number: number;
  kinds: Question["kinds"];
  answer: boolean | null;
  attempts: number;
}

interface Parts {
  send: Send;
  clock?: Clock;
  /** called once for every question, answered or given up */
  onAsked?: (asked: AskedQuestion) => void;
}

/** Statuses that say something of one question and nothing of the gateway. */
const OF_ONE_QUESTION = new Set([400, 413, 422]);
/** A gateway that only ever says "too many" is as good as down. */
const MOST_BUSY = 50;

/**
 * Asks the registry: so many questions at once and a second, each one again after a failure, none
 * while the gateway is down. One object for a process; it keeps nothing of anybody.
 */
export class RegistryGateway {
  readonly #settings: GatewaySettings;
  readonly #send: Send;
  readonly #clock: Clock;
  readonly #onAsked: (asked: AskedQuestion) => void;
  readonly #slots: Slots;
  readonly #limit: RateLimit;
  readonly #breaker: Breaker;
  #hasAnswered = false;

  constructor(settings: GatewaySettings, { send, clock, onAsked }: Parts) {
    this.#settings = settings;
    this.#send = send;
    this.#clock = clock ?? SYSTEM_CLOCK;
    this.#onAsked = onAsked ?? (() => undefined);
    this.#slots = new Slots(settings.concurrency);
    this.#limit = new RateLimit(settings.perSecond);
    this.#breaker = new Breaker(settings.breaker);
  }

  /** Right or wrong. @throws GatewayError */
  async ask({ number, kinds, identity }: Question, reference: string): Promise<boolean> {
    const { purpose } = this.#settings;
    const request = verifyRequest(identity, { requestId: randomUUID(), purpose });
    const asked = {
      reference,
      purpose,
      number,
      kinds,
      answer: null as boolean | null,
      attempts: 0,
    };
    try {
      for (let busy = 0, alone = 0; ; ) {
        const sent = await this.#slots.run(() => this.#sendInTurn(request));
        if (sent.kind === "busy") {
          busy += 1;
          this.#hold(sent, busy);
          continue;
        }
        asked.attempts += 1;
        if (sent.kind === "answer") {
          this.#breaker.success();
          this.#hasAnswered = true;
          asked.answer = sent.result;
          return sent.result;
        }
        if (this.#isAlone(sent)) alone += 1;
        if (alone >= this.#settings.attempts) throw new GatewayError("question");
        const { backoff } = this.#settings;
        await this.#clock.sleep(backoffMs(asked.attempts, backoff, this.#clock.random()));
      }
    } finally {
      this.#onAsked(asked);
    }
  }

  async #sendInTurn(request: Parameters<Send>[0]): Promise<Sent> {
    await this.#admitted();
    const wait = this.#limit.take(this.#clock.now());
    if (wait > 0) await this.#clock.sleep(wait);
    return this.#send(request);
  }

  /** Waits while the breaker is open, but no longer than patience lasts. */
  async #admitted(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const wait = this.#breaker.admit(now);
      if (wait === 0) return;
      const since = this.#breaker.downSince ?? now;
      const { patienceMs, firstPatienceMs } = this.#settings;
      const patience = this.#hasAnswered ? patienceMs : Math.min(patienceMs, firstPatienceMs);
      if (now - since >= patience) throw new GatewayError("down");
      await this.#clock.sleep(wait);
    }
  }

  /** The gateway is there and wants a pause: nobody asks until then. */
  #hold(sent: Extract<Sent, { kind: "busy" }>, busy: number): void {
    this.#breaker.success();
    if (busy >= MOST_BUSY) throw new GatewayError("down", 429);
    const wait = sent.afterMs ?? backoffMs(busy, this.#settings.backoff, this.#clock.random());
    this.#limit.pauseUntil(this.#clock.now() + wait);
  }

  /** Notes a failure; true when it is this question's and not the gateway's. */
  #isAlone(sent: Exclude<Sent, { kind: "busy" | "answer" }>): boolean {
    if (sent.kind === "refused") {
      this.#breaker.success();
      const kind = OF_ONE_QUESTION.has(sent.status) ? "question" : "refused";
      throw new GatewayError(kind, sent.status);
    }
    this.#breaker.failure(this.#clock.now());
    return this.#breaker.downSince === null;
  }
}
