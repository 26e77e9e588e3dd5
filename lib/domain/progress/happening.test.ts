import { describe, expect, it } from "vitest";
import { type DayFlow, daysOf, type FlowCell, type FlowEvent } from "./flow";
import { countIn, eventsIn, HAPPENINGS, signIn, stepIn } from "./happening";
import { addStep, type Step, stepOf } from "./steps";

const cell = (event: FlowEvent, people: number, day = "2026-11-02"): FlowCell => ({
  day,
  event,
  people,
  doses: 0,
  minutes: 0,
});
const CELLS = [
  cell("opened", 10),
  cell("movedIn", 3),
  cell("movedOut", -1),
  cell("reopened", 2),
  cell("corrected", 5),
  cell("released", 4),
  cell("deceased", 3),
  cell("added", 6),
  cell("cleared", 7),
  cell("cleared", -2),
  cell("opened", 100, "2026-11-03"),
];
const on = { from: "2026-11-02", to: "2026-11-02" };

describe("what happened on a day", () => {
  it("is counted as the page's figures are", () => {
    const { opened, moved, cleaned, otherwise } = daysOf(CELLS, on.from, on.to)[0] as DayFlow;
    const counted = Object.fromEntries(HAPPENINGS.map((one) => [one, countIn(one, CELLS, on)]));
    expect(counted).toEqual({
      added: 6,
      opened: 10,
      came: 12,
      reopened: 2,
      closed: 12,
      cleaned: 9,
      otherwise: 3,
      moved: 2,
      left: 10,
      cleared: 5,
    });
    expect([counted.cleaned, counted.otherwise]).toEqual([cleaned.people, otherwise.people]);
    expect(counted.moved).toBe(moved.people);
    expect(counted.came).toBe(opened.people + moved.people);
    expect(counted.closed).toBe(cleaned.people + otherwise.people);
    expect(counted.left).toBe(cleaned.people + otherwise.people - moved.people);
  });

  it("leaves other days out", () => {
    expect(countIn("opened", CELLS, { from: on.from, to: "2026-11-03" })).toBe(110);
  });

  it("takes what came from what left", () => {
    expect(signIn("left", "movedOut")).toBe(-1);
    expect(signIn("left", "corrected")).toBe(1);
    expect(signIn("came", "movedOut")).toBe(1);
  });
});

describe("a step", () => {
  it("is an event of two states, or a closing at the end of its own road", () => {
    expect(stepOf("verifying>handover")).toEqual({ from: "verifying", to: "handover" });
    expect(stepOf("corrected")).toEqual({ from: "publishing", to: "closed" });
    expect(stepOf("deceased")).toEqual({ from: "approving", to: "closed" });
    expect(stepOf("opened")).toBeNull();
    expect(stepOf("verifying>nowhere")).toBeNull();
  });

  it("is known by the same events as it is counted by", () => {
    expect(eventsIn("publishing>closed")).toEqual(["publishing>closed", "corrected"]);
    expect(eventsIn("approving>closed")).toEqual([
      "approving>closed",
      "insufficient",
      "deceased",
      "notApplicable",
    ]);
    for (const event of [...eventsIn("approving>closed"), ...eventsIn("new>surveying")]) {
      const { from, to } = stepOf(event) as Step;
      expect(eventsIn(`${from}>${to}`)).toContain(event);
    }
    expect(stepIn("came")).toBeNull();
  });

  it("is summed up", () => {
    const steps: Step[] = [];
    for (const event of ["corrected", "corrected", "new>verifying", "opened"])
      addStep(steps, event, 2);
    expect(steps).toEqual([
      { from: "publishing", to: "closed", people: 4 },
      { from: "new", to: "verifying", people: 2 },
    ]);
  });
});
