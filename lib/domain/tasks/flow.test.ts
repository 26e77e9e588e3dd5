import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { FORCES, type Force } from "@/lib/domain/access/roles";
import {
  eventsFor,
  OPEN_STATES,
  type Owner,
  STATE_OWNER,
  stateAfter,
  step,
  TASK_EVENTS,
  TASK_FLOW,
  TASK_STATES,
  type TaskEvent,
  type TaskState,
} from "./flow";

const OWNERS: readonly Owner[] = [...FORCES, "system"];
const ROUTED: Record<Force, TaskState> = {
  hamlet: "surveying",
  police: "verifying",
  health: "correcting",
};

interface Triple {
  from: TaskState;
  event: TaskEvent;
  by: Owner;
}

const TRIPLES: Triple[] = TASK_STATES.flatMap((from) =>
  TASK_EVENTS.flatMap((event) => OWNERS.map((by) => ({ from, event, by }))),
);

const isListed = ({ from, event, by }: Triple) => {
  const mayStart: readonly string[] = TASK_FLOW[event].by;
  return (
    (TASK_FLOW[event].from as readonly TaskState[]).includes(from) &&
    (mayStart.includes(by) || (mayStart.includes("owner") && STATE_OWNER[from] === by))
  );
};

const take = ({ from, event, by }: Triple, firstForce: Force = "police") =>
  step({ state: from, firstForce }, event, by);

/** What is allowed, written out once more by hand: whoever changes the flow changes both. */
const ALLOWED = [
  "new assign system: verifying",
  "new withdraw system: closed",
  "surveying survey hamlet: verifying",
  "surveying survey health: verifying",
  "surveying withdraw system: closed",
  "verifying confirm police: handover",
  "verifying rejectCandidate police: verifying",
  "verifying withdraw system: closed",
  "handover receive health: correcting",
  "handover disputeLine health: verifying",
  "handover withdraw system: closed",
  "correcting submit health: rematching",
  "correcting return health: verifying",
  "correcting withdraw system: closed",
  "rematching pass system: publishing",
  "rematching fail system: correcting",
  "publishing published system: closed",
  "publishing undo health: correcting",
  "publishing withdraw system: closed",
  "surveying reportSystem hamlet: disputed",
  "verifying reportSystem police: disputed",
  "correcting reportSystem health: disputed",
  "disputed upheld system: rematching",
  "disputed rejected system: correcting",
  "disputed withdraw system: closed",
  ...["new", "surveying", "verifying", "handover", "correcting", "publishing", "disputed"].map(
    (state) => `${state} release system: rematching`,
  ),
  "closed reopen police: new",
  "closed reopen health: new",
  "closed reopen system: new",
];

describe("every state with every event by everybody", () => {
  test("allows what is written here and nothing else", () => {
    const taken = TRIPLES.flatMap((triple) => {
      const next = take(triple);
      return next.ok ? [`${triple.from} ${triple.event} ${triple.by}: ${next.to}`] : [];
    });
    expect(taken.sort()).toEqual([...ALLOWED].sort());
  });

  const refused = TRIPLES.filter((triple) => !isListed(triple));
  test.each(refused)("$from: $event by $by is refused", (triple) => {
    const states: readonly TaskState[] = TASK_FLOW[triple.event].from;
    const reason = states.includes(triple.from) ? "wrongForce" : "wrongState";
    for (const force of FORCES) expect(take(triple, force)).toEqual({ ok: false, reason });
  });

  test("gives the task to whoever owns the state that it reaches", () => {
    for (const triple of TRIPLES) {
      const next = take(triple);
      if (next.ok) expect(next.owner).toBe(STATE_OWNER[next.to]);
    }
  });

  test("offers a force the events that it may take, and no other", () => {
    for (const from of TASK_STATES) {
      for (const by of OWNERS) {
        const taken = TASK_EVENTS.filter((event) => isListed({ from, event, by }));
        expect(eventsFor({ state: from, firstForce: "police" }, by)).toEqual(taken);
      }
    }
  });
});

test.each(FORCES)("a new task goes to the force that was chosen for it: %s", (firstForce) => {
  const next = step({ state: "new", firstForce }, "assign", "system");
  const resumeTo = null;
  expect(next).toEqual({ ok: true, to: ROUTED[firstForce], owner: firstForce, resumeTo });
});

test("open is all but closed", () => {
  expect([...OPEN_STATES, "closed"].sort()).toEqual([...TASK_STATES].sort());
});

interface Walk {
  history: { event: TaskEvent; by: Owner }[];
  states: TaskState[];
}

/** Takes as many steps as there are numbers, each choosing among what is allowed there. */
function walk(firstForce: Force, choices: number[]): Walk {
  const history: Walk["history"] = [];
  const states: TaskState[] = ["new"];
  let resumeTo: TaskState | null = null;
  for (const choice of choices) {
    const state = states.at(-1) ?? "new";
    const open = TRIPLES.filter((triple) => triple.from === state && isListed(triple));
    const triple = open[choice % open.length];
    if (!triple) return { history, states };
    const next = step({ state, firstForce, resumeTo }, triple.event, triple.by);
    if (!next.ok) throw new Error(`${state} ${triple.event} was listed`);
    resumeTo = next.resumeTo;
    history.push({ event: triple.event, by: triple.by });
    states.push(next.to);
  }
  return { history, states };
}

const force = fc.constantFrom(...FORCES);
const choices = fc.array(fc.nat(100), { maxLength: 40 });

describe("a history", () => {
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

  it("with an event that is not allowed adds up to nothing, whatever comes after", () => {
    const wrong = fc.constantFrom(...TRIPLES.filter((triple) => !isListed(triple)));
    fc.assert(
      fc.property(force, choices, wrong, (firstForce, chosen, triple) => {
        const { history, states } = walk(firstForce, chosen);
        const at = states.indexOf(triple.from);
        fc.pre(at !== -1);
        const broken = [...history.slice(0, at), triple, ...history.slice(at)];
        expect(stateAfter(firstForce, broken)).toBeNull();
      }),
    );
  });

  it("begins with a new task", () => {
    expect(stateAfter("health", [])).toBe("new");
  });
});

/** The states that lie behind one, over any number of steps. */
function reachable(from: TaskState, firstForce: Force): Set<TaskState> {
  const found = new Set<TaskState>();
  const left: TaskState[] = [from];
  for (let state = left.pop(); state; state = left.pop()) {
    for (const triple of TRIPLES.filter((one) => one.from === state)) {
      const next = take(triple, firstForce);
      if (!next.ok || found.has(next.to)) continue;
      found.add(next.to);
      left.push(next.to);
    }
  }
  return found;
}

describe.each(FORCES)("a task that begins with %s", (firstForce) => {
  it.each(OPEN_STATES)("can be closed from %s", (state) => {
    expect(reachable(state, firstForce)).toContain("closed");
  });

  it("can come back from closed", () => {
    expect(reachable("closed", firstForce)).toContain(ROUTED[firstForce]);
  });

  it("is closed as corrected by the forces' own work", () => {
    const closed = stateAfter(firstForce, [
      { event: "assign", by: "system" },
      ...WORK[firstForce],
      { event: "submit", by: "health" },
      { event: "pass", by: "system" },
      { event: "published", by: "system" },
    ]);
    expect(closed).toBe("closed");
  });
});

const CONFIRMED: Walk["history"] = [
  { event: "confirm", by: "police" },
  { event: "receive", by: "health" },
];
const WORK: Record<Force, Walk["history"]> = {
  health: [],
  police: CONFIRMED,
  hamlet: [{ event: "survey", by: "hamlet" }, ...CONFIRMED],
};
