import { describe, expect, it } from "vitest";
import { type PlanOf, planResult } from "./result";

const SURVEYING: PlanOf = {
  state: "surveying",
  resumeTo: null,
  attempts: 0,
  attemptsNeeded: 3,
  force: "hamlet",
  counts: true,
};
const LAST = { ...SURVEYING, attempts: 2 };

describe("what a result does", () => {
  it("sends on what was found", () => {
    const plan = planResult({ kind: "found", close: false }, SURVEYING);
    expect(plan).toEqual({ ok: true, event: "survey", proposed: null, attempts: 1, missing: 0 });
  });

  it("is an attempt where nobody was at home", () => {
    const plan = planResult({ kind: "notHome", close: false }, SURVEYING);
    expect(plan).toMatchObject({ event: null, attempts: 1 });
  });

  it("proposes to close after the last attempt, when the sheet says so", () => {
    expect(planResult({ kind: "notHome", close: true }, LAST)).toMatchObject({
      event: "cannotFind",
      proposed: "insufficient",
      attempts: 3,
    });
    expect(planResult({ kind: "notHome", close: false }, LAST)).toMatchObject({ event: null });
  });

  it("says how many attempts are missing when it is too early", () => {
    const early = planResult({ kind: "unknown", close: true }, SURVEYING);
    expect(early).toMatchObject({ event: null, proposed: null, missing: 2 });
    const again = planResult({ kind: "unknown", close: true }, { ...LAST, counts: false });
    expect(again).toMatchObject({ event: null, missing: 1 });
  });

  it("proposes to close for somebody who has died, at once", () => {
    const plan = planResult({ kind: "deceased", close: false }, SURVEYING);
    expect(plan).toMatchObject({ event: "cannotFind", proposed: "deceased" });
  });

  it("is giving up where police have the task, and what they found stays with them", () => {
    const police = { ...LAST, state: "verifying", force: "police" } as const;
    const gone = planResult({ kind: "moved", close: true }, police);
    expect(gone).toMatchObject({ event: "giveUp", proposed: "insufficient" });
    expect(planResult({ kind: "found", close: false }, police)).toMatchObject({ event: null });
  });

  it("counts for a task that waits for an appointment as where it had been", () => {
    const waiting = { ...SURVEYING, state: "waiting", resumeTo: "surveying" } as const;
    expect(planResult({ kind: "found", close: false }, waiting)).toMatchObject({ event: "survey" });
  });

  it.each([
    { state: "approving" },
    { state: "closed" },
    { state: "correcting", force: "health" },
    { state: "verifying" },
    { force: "police" },
    { force: null },
  ] as Partial<PlanOf>[])("is nothing for a task that has gone on: %j", (change) => {
    const plan = planResult({ kind: "found", close: false }, { ...SURVEYING, ...change });
    expect(plan).toEqual({ ok: false, reason: "changed" });
  });
});
