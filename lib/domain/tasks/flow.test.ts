import { describe, expect, it, test } from "vitest";
import { FORCES, type Force } from "@/lib/domain/access/roles";
import { arrowsOf, eventsFor, type StepSubject, step, TASK_EVENTS, type TaskEvent } from "./flow";
import { type Happened, stateAfter } from "./history";
import {
  OPEN_STATES,
  OWNERS,
  type Owner,
  ownerOf,
  STATE_OWNER,
  TASK_STATES,
  type TaskState,
} from "./states";

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

/** A task that left `correcting`, where its state is one that a task leaves another for. */
const LEFT: readonly TaskState[] = ["approving", "waiting", "transferring", "disputed"];
const subjectIn = (state: TaskState, firstForce: Force = "police"): StepSubject => ({
  state,
  firstForce,
  resumeTo: LEFT.includes(state) ? "correcting" : null,
});
const take = ({ from, event, by }: Triple, firstForce: Force = "police") =>
  step(subjectIn(from, firstForce), event, by);

/** Whom the table names for a triple, read off the table itself. */
function namedIn({ from, event, by }: Triple): boolean {
  return arrowsOf(event).some(
    (arrow) =>
      arrow.from.includes(from) &&
      arrow.to !== "previous" &&
      arrow.by.some(
        (one) =>
          one === by ||
          (one === "owner" && STATE_OWNER[from] === by) ||
          (one === "left" && by === "health"),
      ),
  );
}

/** What is allowed, written out once more by hand: whoever changes the flow changes both. */
const WORKED = [
  ["surveying", "hamlet"],
  ["verifying", "police"],
  ["correcting", "health"],
] as const;
const ALLOWED = [
  "new assign system: verifying",
  "new transfer coordinator: transferring",
  "surveying survey hamlet: verifying",
  "surveying survey health: verifying",
  "surveying cannotFind hamlet: approving",
  "surveying cannotFind health: approving",
  "verifying confirm police: handover",
  "verifying rejectCandidate police: verifying",
  "verifying registryError police: waiting",
  "verifying giveUp police: approving",
  "handover receive health: correcting",
  "handover disputeLine health: verifying",
  "correcting submit health: rematching",
  "correcting return health: verifying",
  "rematching pass system: publishing",
  "rematching fail system: correcting",
  "approving approve approver: publishing",
  "approving return approver: correcting",
  "publishing published system: closed",
  "publishing undo health: correcting",
  "waiting resume health: correcting",
  "waiting resume system: correcting",
  "waiting newReading system: rematching",
  "transferring accept receiver: new",
  "transferring refuse receiver: correcting",
  "transferring recall health: correcting",
  "transferring recall coordinator: correcting",
  "disputed upheld system: rematching",
  "disputed rejected system: correcting",
  ...WORKED.flatMap(([state, force]) => [
    `${state} hold ${force}: waiting`,
    `${state} transfer ${force}: transferring`,
    `${state} reportSystem ${force}: disputed`,
    `${state} direct coordinator: verifying`,
  ]),
  ...["new", "surveying", "verifying", "correcting", "waiting"].flatMap((state) => [
    `${state} duplicate health: closed`,
    `${state} duplicate coordinator: closed`,
  ]),
  ...OPEN_STATES.filter((state) => state !== "rematching" && state !== "transferring").map(
    (state) => `${state} release system: rematching`,
  ),
  ...OPEN_STATES.filter((state) => state !== "rematching").map(
    (state) => `${state} withdraw coordinator: closed`,
  ),
  "approving takeBack health: correcting",
  "handover takeBack police: verifying",
  "closed reopen police: new",
  "closed reopen health: new",
  "closed reopen coordinator: new",
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

  const refused = TRIPLES.filter((triple) => !namedIn(triple));
  test.each(refused)("$from: $event by $by is refused", (triple) => {
    const known = arrowsOf(triple.event).some(({ from }) => from.includes(triple.from));
    for (const force of FORCES) {
      const next = take(triple, force);
      if (next.ok) throw new Error("was not refused");
      if (triple.event !== "undo") expect(next.reason).toBe(known ? "wrongForce" : "wrongState");
    }
  });

  test("gives the task to whoever owns the state that it reaches", () => {
    for (const triple of TRIPLES) {
      const next = take(triple);
      if (!next.ok) continue;
      expect(next.owner).toBe(ownerOf({ state: next.to, resumeTo: next.resumeTo }));
      if (next.to !== "waiting") expect(next.owner).toBe(STATE_OWNER[next.to]);
    }
  });

  test("offers a force the events that it may take, and no other", () => {
    for (const from of TASK_STATES) {
      for (const by of OWNERS) {
        const taken = TASK_EVENTS.filter((event) => namedIn({ from, event, by }));
        expect(eventsFor(subjectIn(from), by)).toEqual(taken);
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

const CONFIRMED: Happened[] = [
  { event: "confirm", by: "police" },
  { event: "receive", by: "health" },
];
const WORK: Record<Force, Happened[]> = {
  health: [],
  police: CONFIRMED,
  hamlet: [{ event: "survey", by: "hamlet" }, ...CONFIRMED],
};
