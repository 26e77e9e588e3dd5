import { FORCES } from "@/lib/domain/access/roles";
import { arrowsOf, type StepSubject, step, TASK_EVENTS, type TaskEvent } from "./flow";
import { OWNERS, STATE_OWNER, TASK_STATES, type TaskState } from "./states";

/** An undo leads back to wherever a task was, which says nothing on a picture: only its own arrow is drawn. */
const DRAWN_FROM: Partial<Record<TaskEvent, readonly TaskState[]>> = { undo: ["publishing"] };

/**
 * The flow as a Mermaid state diagram: every state with its owner, every pair of states once, with
 * the events that lead there, who may start them and under which guards. docs/task-flow.md shows it;
 * a test holds the two together.
 */
export function flowDiagram(): string {
  const states = TASK_STATES.map(
    (state) => `  state "${state} (${STATE_OWNER[state]})" as ${state}`,
  );
  return ["stateDiagram-v2", ...states, "  [*] --> new", ...arrowLines()].join("\n");
}

function arrowLines(): string[] {
  const labels = new Map<string, Set<string>>();
  for (const event of TASK_EVENTS) {
    for (const { pair, label } of pairsOf(event)) {
      labels.set(pair, (labels.get(pair) ?? new Set()).add(label));
    }
  }
  return [...labels].map(([pair, events]) => `  ${pair}: ${[...events].join(", ")}`);
}

function pairsOf(event: TaskEvent): { pair: string; label: string }[] {
  const drawn = DRAWN_FROM[event] ?? TASK_STATES;
  return arrowsOf(event).flatMap((arrow) =>
    arrow.from
      .filter((state) => drawn.includes(state) && arrow.to !== "previous")
      .flatMap((state) =>
        targetsOf(event, state).map((to) => ({
          pair: `${state} --> ${to}`,
          label: labelOf(event, arrow),
        })),
      ),
  );
}

function labelOf(event: TaskEvent, { by, guards = [] }: ReturnType<typeof arrowsOf>[number]) {
  const conditions = guards.length > 0 ? ` [${guards.join(" and ")}]` : "";
  return `${event} (${by.join(" or ")})${conditions}`;
}

/** Every pair of a state and of what had been left for it, reached from a new task. */
function reachedPairs(): Map<TaskState, Set<TaskState | null>> {
  const pairs = new Map<TaskState, Set<TaskState | null>>();
  const left: [TaskState, TaskState | null][] = [["new", null]];
  for (let pair = left.pop(); pair; pair = left.pop()) {
    const [state, resumeTo] = pair;
    const known = pairs.get(state) ?? new Set();
    if (known.has(resumeTo)) continue;
    pairs.set(state, known.add(resumeTo));
    for (const subject of variants(state, resumeTo)) left.push(...everyStep(subject));
  }
  return pairs;
}

function everyStep(task: StepSubject): [TaskState, TaskState | null][] {
  return TASK_EVENTS.flatMap((event) =>
    OWNERS.flatMap((by) => {
      const next = step(task, event, by);
      return next.ok ? [[next.to, next.resumeTo] as [TaskState, TaskState | null]] : [];
    }),
  );
}

/** A task of this state, whatever was chosen, proposed or sampled before. */
function variants(state: TaskState, resumeTo: TaskState | null): StepSubject[] {
  return FORCES.flatMap((firstForce) => [
    { state, firstForce, resumeTo },
    { state, firstForce, resumeTo, sampled: true, proposed: "insufficient" },
  ]);
}

const REACHED = reachedPairs();

/** Where an event leads from a state. */
function targetsOf(event: TaskEvent, state: TaskState): TaskState[] {
  const left = [...(REACHED.get(state) ?? [])];
  const found = left.flatMap((resumeTo) =>
    variants(state, resumeTo).flatMap((subject) =>
      OWNERS.flatMap((by) => {
        const next = step(subject, event, by);
        return next.ok ? [next.to] : [];
      }),
    ),
  );
  return [...new Set(found)];
}
