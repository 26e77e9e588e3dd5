import { describe, expect, test } from "vitest";
import type { Question } from "@/lib/domain/matching/gateway/question";
import {
  type AskedQuestion,
  GATEWAY_DEFAULTS,
  type GatewaySettings,
  RegistryGateway,
} from "./registry-gateway";
import type { Sent } from "./send-question";

const QUESTION: Question = {
  number: 2,
  kinds: ["idNumber.restored"],
  identity: {
    fullName: "Nguyễn Thị Hòa",
    birthDate: { value: "1985-03-12", precision: "day" },
    sex: "female",
    idNumber: "079185001234",
  },
};

const SETTINGS: GatewaySettings = {
  ...GATEWAY_DEFAULTS,
  purpose: "test",
  perSecond: 1_000_000,
  attempts: 3,
  backoff: { baseMs: 100, mostMs: 1_000 },
  breaker: { failures: 5, openMs: 1_000 },
  patienceMs: 3_500,
  firstPatienceMs: 3_500,
};

const right: Sent = { kind: "answer", result: true };
const failed: Sent = { kind: "failed" };

/** A gateway that answers as the script says (its last word for ever), and a clock that runs by itself. */
function gateway(script: Sent[], settings: Partial<GatewaySettings> = {}) {
  let time = 0;
  const sentAt: number[] = [];
  const asked: AskedQuestion[] = [];
  const made = new RegistryGateway(
    { ...SETTINGS, ...settings },
    {
      clock: {
        now: () => time,
        sleep: async (milliseconds) => {
          time += milliseconds;
          if (time > 3_600_000) throw new Error("an hour has passed without an end");
        },
        random: () => 0,
      },
      send: async () => {
        sentAt.push(Math.round(time));
        return script[Math.min(sentAt.length, script.length) - 1] ?? failed;
      },
      onAsked: (one) => asked.push(one),
    },
  );
  return { made, sentAt, asked };
}

describe("a question", () => {
  test.each([true, false])("is answered with %s at the first sending", async (result) => {
    const { made, sentAt, asked } = gateway([{ kind: "answer", result }]);
    expect(await made.ask(QUESTION, "r1")).toBe(result);
    expect(sentAt).toEqual([0]);
    expect(asked).toEqual([
      {
        reference: "r1",
        purpose: "test",
        number: 2,
        kinds: ["idNumber.restored"],
        answer: result,
        attempts: 1,
      },
    ]);
  });

  test("is sent again after a failure, later each time", async () => {
    const { made, sentAt, asked } = gateway([failed, failed, right], { attempts: 9 });
    expect(await made.ask(QUESTION, "r1")).toBe(true);
    expect(sentAt).toEqual([0, 50, 150]);
    expect(asked.map((one) => one.attempts)).toEqual([3]);
  });

  test("is given up alone when only it fails", async () => {
    const { made, sentAt, asked } = gateway([failed]);
    await expect(made.ask(QUESTION, "r1")).rejects.toMatchObject({ kind: "question" });
    expect(sentAt).toHaveLength(3);
    expect(asked).toMatchObject([{ answer: null, attempts: 3 }]);
  });

  test("waits as long as the gateway says when it is too busy, and that is no failure", async () => {
    const busy: Sent = { kind: "busy", afterMs: 2_000 };
    const { made, sentAt, asked } = gateway([busy, busy, busy, busy, right]);
    expect(await made.ask(QUESTION, "r1")).toBe(true);
    expect(sentAt).toEqual([0, 2_000, 4_000, 6_000, 8_000]);
    expect(asked).toMatchObject([{ attempts: 1 }]);
  });

  test.each([
    [401, "refused"],
    [404, "refused"],
    [400, "question"],
    [422, "question"],
  ])("refused with %i is not sent again: %s", async (status, kind) => {
    const { made, sentAt } = gateway([{ kind: "refused", status }]);
    await expect(made.ask(QUESTION, "r1")).rejects.toMatchObject({ kind, status });
    expect(sentAt).toHaveLength(1);
  });
});

describe("a gateway that is down", () => {
  const settings = { attempts: 9 };

  test("is probed now and then, and gone on with when it is back", async () => {
    const script = [...Array<Sent>(6).fill(failed), right];
    const { made, sentAt } = gateway(script, settings);
    expect(await made.ask(QUESTION, "r1")).toBe(true);
    // Five failures open the breaker at 750; the probe of 1 750 fails, that of 2 750 is answered.
    expect(sentAt).toEqual([0, 50, 150, 350, 750, 1_750, 2_750]);
    expect(await made.ask(QUESTION, "r2")).toBe(true);
  });

  test("stops everybody once patience is over, with one kind of error and few questions", async () => {
    const { made, sentAt, asked } = gateway([failed], {
      ...settings,
      breaker: { failures: 2, openMs: 1_000 },
    });
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) => made.ask(QUESTION, `r${at}`)),
    );
    const kinds = results.map((one) => one.status === "rejected" && one.reason.kind);
    expect(new Set(kinds)).toEqual(new Set(["down"]));
    expect(asked).toHaveLength(100);
    expect(sentAt.length).toBeLessThan(40);
  });

  test("is given up sooner when it has never answered: the address may be wrong", async () => {
    const short = { ...settings, firstPatienceMs: 900 };
    const never = gateway([failed], short);
    await expect(never.made.ask(QUESTION, "r1")).rejects.toMatchObject({ kind: "down" });
    const once = gateway([right, failed], short);
    await once.made.ask(QUESTION, "r1");
    await expect(once.made.ask(QUESTION, "r2")).rejects.toMatchObject({ kind: "down" });
    expect([never.sentAt.at(-1), once.sentAt.at(-1)]).toEqual([1_750, 3_750]);
  });

  test("is not sent a hundred questions by those who come later: one probe tells", async () => {
    const { made, sentAt } = gateway([failed], settings);
    await expect(made.ask(QUESTION, "r1")).rejects.toMatchObject({ kind: "down" });
    const before = sentAt.length;
    await expect(made.ask(QUESTION, "r2")).rejects.toMatchObject({ kind: "down" });
    expect(sentAt.length - before).toBeLessThanOrEqual(1);
  });
});

test("questions leave at the rate that was set, however many there are", async () => {
  const { made, sentAt } = gateway([right], { perSecond: 10, concurrency: 1 });
  await Promise.all(Array.from({ length: 5 }, (_, at) => made.ask(QUESTION, `r${at}`)));
  expect(sentAt).toEqual([0, 100, 200, 300, 400]);
});
