import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORCES, type Force } from "@/lib/domain/access/roles";
import { arrowsOf, type StepSubject, step, TASK_EVENTS, type TaskEvent } from "./flow";
import { after, type Happened, stateAfter } from "./history";
import { OWNERS, type Owner, TASK_STATES, type TaskState } from "./states";

interface Walk {
  history: Happened[];
  states: TaskState[];
}

const MORE: readonly Omit<Happened, "event" | "by">[] = [
  {},
  { sampled: true },
  { proposed: "insufficient" },
  { route: "health" },
];

/** What is allowed at a point of a walk, with each thing that may be decided along with it. */
function openSteps(task: StepSubject) {
  return TASK_EVENTS.flatMap((event) =>
    OWNERS.flatMap((by) =>
      MORE.flatMap((more) => {
        const happened: Happened = { event, by, ...more };
        const firstForce = more.route ?? task.firstForce;
        const sampled = more.sampled ?? task.sampled;
        const next = step({ ...task, firstForce, sampled }, event, by);
        return next.ok ? [{ happened, next }] : [];
      }),
    ),
  );
}

/** Takes as many steps as there are numbers, each choosing among what is allowed there. */
function walk(firstForce: Force, choices: number[]): Walk {
  const history: Walk["history"] = [];
  const states: TaskState[] = ["new"];
  let task: StepSubject = { state: "new", firstForce };
  for (const choice of choices) {
    const open = openSteps(task);
    const taken = open[choice % open.length];
    if (!taken) return { history, states };
    task = after(task, taken.happened, taken.next);
    history.push(taken.happened);
    states.push(task.state);
  }
  return { history, states };
}

/** Events that no arrow of the table has from a state, whoever takes them. */
const NEVER: { from: TaskState; event: TaskEvent; by: Owner }[] = TASK_STATES.flatMap((from) =>
  TASK_EVENTS.filter(
    (event) => !arrowsOf(event).some((arrow) => arrow.from.includes(from)),
  ).flatMap((event) => OWNERS.map((by) => ({ from, event, by }))),
);

const force = fc.constantFrom(...FORCES);
const choices = fc.array(fc.nat(1000), { maxLength: 40 });

describe("a history", { timeout: 60_000 }, () => {
  it("adds up to the state reached step by step, at every point of it", () => {
    fc.assert(
      fc.property(force, choices, (firstForce, chosen) => {
        const { history, states } = walk(firstForce, chosen);
        for (const [taken, state] of states.entries()) {
          expect(stateAfter(firstForce, history.slice(0, taken))).toBe(state);
        }
      }),
    );
  });

  it("never loses where a task came from: whatever waits can go on", () => {
    fc.assert(
      fc.property(force, choices, (firstForce, chosen) => {
        const { history, states } = walk(firstForce, chosen);
        const last = states.at(-1);
        if (last !== "waiting" && last !== "disputed" && last !== "transferring") return;
        const on = ({ waiting: "resume", disputed: "rejected", transferring: "refuse" } as const)[
          last
        ];
        const by = last === "transferring" ? "receiver" : "system";
        const gone = stateAfter(firstForce, [...history, { event: on, by }]);
        expect(["new", "surveying", "verifying", "correcting"]).toContain(gone);
      }),
    );
  });

  it("with an undo goes on from where the step before it had found the task", () => {
    fc.assert(
      fc.property(force, choices, (firstForce, chosen) => {
        const { history, states } = walk(firstForce, chosen);
        const undone = history.findIndex(
          (one, at) => one.event === "undo" && states[at] !== "publishing",
        );
        // What the system gave out at once goes with the step before it.
        const step = history[undone - 1]?.event === "assign" ? undone - 2 : undone - 1;
        if (undone > 0) expect(states[undone + 1]).toBe(states[step]);
      }),
      { numRuns: 300 },
    );
  });

  it("with an event that is not allowed adds up to nothing, whatever comes after", () => {
    fc.assert(
      fc.property(force, choices, fc.constantFrom(...NEVER), (firstForce, chosen, triple) => {
        const { history, states } = walk(firstForce, chosen);
        const at = states.indexOf(triple.from);
        fc.pre(at !== -1);
        const broken = [...history.slice(0, at), triple, ...history.slice(at)];
        expect(stateAfter(firstForce, broken)).toBeNull();
      }),
    );
  });

  it("of an opening or a taking over is taken back with what the system gave out after it", () => {
    const closed: Happened[] = [
      { event: "assign", by: "system" },
      { event: "submit", by: "health" },
      { event: "pass", by: "system" },
      { event: "published", by: "system" },
    ];
    const given: Happened = { event: "assign", by: "system" };
    const back: Happened = { event: "undo", by: "health" };
    expect(stateAfter("health", [...closed, { event: "reopen", by: "health" }, given, back])).toBe(
      "closed",
    );
    const offered: Happened[] = [given, { event: "transfer", by: "health" }];
    const taken: Happened[] = [{ event: "accept", by: "receiver" }, given];
    expect(stateAfter("health", [...offered, ...taken, back])).toBe("transferring");
    const answered: Happened[] = [back, { event: "refuse", by: "receiver" }];
    expect(stateAfter("health", [...offered, ...taken, ...answered])).toBe("correcting");
    // A task that was made and given out has nothing behind it.
    expect(stateAfter("health", [given, back])).toBeNull();
  });

  it("begins with a new task", () => {
    expect(stateAfter("health", [])).toBe("new");
  });
});
