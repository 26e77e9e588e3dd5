import { describe, expect, test } from "vitest";
import { backoffMs, retryAfterMs } from "./backoff";
import { Breaker } from "./breaker";
import { RateLimit } from "./rate-limit";
import { Slots } from "./slots";

describe("waiting longer each time", () => {
  const backoff = { baseMs: 100, mostMs: 1_000 };
  test.each([
    [1, 0, 50],
    [1, 0.5, 75],
    [2, 0, 100],
    [3, 0, 200],
    [3, 0.999, 399.8],
    [5, 0, 500],
    [50, 0.5, 750],
  ])("after attempt %i with chance %f: %f ms", (attempt, random, expected) => {
    expect(backoffMs(attempt, backoff, random)).toBeCloseTo(expected, 5);
  });
  test.each([
    ["3", 3_000],
    ["0.5", 500],
    ["Thu, 01 Jan 1970 00:00:09 GMT", 8_000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
    ["soon", null],
    [null, null],
  ])("Retry-After %s is %s ms", (header, expected) => {
    expect(retryAfterMs(header, 1_000)).toBe(expected);
  });
});

describe("so many a second", () => {
  test("evenly spaced, in the order of asking", () => {
    const limit = new RateLimit(10);
    expect([0, 0, 0, 50].map((now) => limit.take(now))).toEqual([0, 100, 200, 250]);
  });
  test("who comes later than the next place does not wait, and saves nothing up", () => {
    const limit = new RateLimit(10);
    limit.take(0);
    expect([5_000, 5_000].map((now) => limit.take(now))).toEqual([0, 100]);
  });
  test("a pause holds everybody", () => {
    const limit = new RateLimit(1_000);
    limit.pauseUntil(3_000);
    expect([limit.take(0), limit.take(0)]).toEqual([3_000, 3_001]);
  });
});

test("no more at once than there are slots, and the others in turn", async () => {
  const slots = new Slots(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) =>
    slots.run(async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      order.push(n);
      running -= 1;
      if (n === 2) throw new Error("a failure gives its slot back");
    });
  await Promise.allSettled([1, 2, 3, 4, 5].map(work));
  expect({ most, order }).toEqual({ most: 2, order: [1, 2, 3, 4, 5] });
  await Promise.allSettled([6, 7, 8, 9].map(work));
  expect(most).toBe(2);
});

describe("the circuit breaker", () => {
  const broken = () => {
    const breaker = new Breaker({ failures: 3, openMs: 1_000 });
    for (const now of [10, 20, 30]) breaker.failure(now);
    return breaker;
  };

  test("opens at the third failure in a row, and not before", () => {
    const breaker = new Breaker({ failures: 3, openMs: 1_000 });
    breaker.failure(10);
    breaker.failure(20);
    breaker.success();
    breaker.failure(30);
    breaker.failure(40);
    expect([breaker.admit(40), breaker.downSince]).toEqual([0, null]);
    breaker.failure(50);
    expect([breaker.admit(50), breaker.downSince]).toEqual([1_000, 50]);
  });
  test("lets one probe through when its time has come", () => {
    const breaker = broken();
    expect(breaker.admit(1_029)).toBe(1);
    expect([breaker.admit(1_030), breaker.admit(1_030)]).toEqual([0, 100]);
  });
  test("closes when the probe is answered", () => {
    const breaker = broken();
    breaker.admit(1_030);
    breaker.success();
    expect([breaker.admit(1_031), breaker.admit(1_031), breaker.downSince]).toEqual([0, 0, null]);
  });
  test("opens anew when the probe fails, and remembers since when it is down", () => {
    const breaker = broken();
    breaker.admit(1_030);
    breaker.failure(1_040);
    expect([breaker.admit(1_041), breaker.downSince]).toEqual([999, 30]);
  });
  test("is not held open by late failures of questions sent before", () => {
    const breaker = broken();
    breaker.failure(900);
    expect(breaker.admit(1_030)).toBe(0);
  });
});
