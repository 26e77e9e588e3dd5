import { describe, expect, it, test } from "vitest";
import { step } from "./flow";
import { STATE_OWNER } from "./states";

const REPORTED_FROM = ["surveying", "verifying", "correcting"] as const;

describe.each(REPORTED_FROM)("a report that the system is wrong, from %s", (state) => {
  const firstForce = "police";
  const reported = step({ state, firstForce }, "reportSystem", STATE_OWNER[state]);
  if (!reported.ok) throw new Error("it may be reported");
  const task = { state: reported.to, firstForce, resumeTo: reported.resumeTo } as const;

  it("lies with the centre, and goes back to where it came from when it is rejected", () => {
    expect(reported).toMatchObject({ to: "disputed", owner: "system", resumeTo: state });
    const rejected = step(task, "rejected", "system");
    expect(rejected).toMatchObject({ to: state, owner: STATE_OWNER[state], resumeTo: null });
  });

  it.each(["upheld", "release"] as const)(
    "%s: is compared, and comes back if it fails",
    (event) => {
      const compared = step(task, event, "system");
      if (!compared.ok) throw new Error(`${event} was refused`);
      expect(compared).toMatchObject({ to: "rematching", resumeTo: state });
      const left = { state: compared.to, firstForce, resumeTo: compared.resumeTo } as const;
      expect(step(left, "fail", "system")).toMatchObject({ to: state, resumeTo: null });
      expect(step(left, "pass", "system")).toMatchObject({ to: "publishing", resumeTo: null });
    },
  );
});

test("a released task that is not accepted after all goes back to where it was", () => {
  const released = step({ state: "handover", firstForce: "police" }, "release", "system");
  if (!released.ok) throw new Error("release was refused");
  const left = { state: released.to, firstForce: "police", resumeTo: released.resumeTo } as const;
  expect(step(left, "fail", "system")).toMatchObject({ to: "handover", owner: "police" });
});
