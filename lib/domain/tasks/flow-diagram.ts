import { FORCES } from "@/lib/domain/access/roles";
import {
  type Owner,
  STATE_OWNER,
  step,
  TASK_EVENTS,
  TASK_FLOW,
  TASK_STATES,
  type TaskEvent,
  type TaskState,
} from "./flow";

/**
 * The flow as a Mermaid state diagram: every state with its owner, every pair of states once, with
 * the events that lead there and who may start them. docs/task-flow.md shows it; a test holds the
 * two together.
 */
export function flowDiagram(): string {
  const states = TASK_STATES.map(
    (state) => `  state "${state} (${STATE_OWNER[state]})" as ${state}`,
  );
  return ["stateDiagram-v2", ...states, "  [*] --> new", ...arrows()].join("\n");
}

function arrows(): string[] {
  const labels = new Map<string, string[]>();
  for (const event of TASK_EVENTS) {
    for (const pair of pairsOf(event))
      labels.set(pair, [...(labels.get(pair) ?? []), label(event)]);
  }
  return [...labels].map(([pair, events]) => `  ${pair}: ${events.join(", ")}`);
}

/** "from --> to", asked of the flow itself; where the route decides, one for each force. */
function pairsOf(event: TaskEvent): Set<string> {
  const { from, by } = TASK_FLOW[event];
  const [first] = by;
  return new Set(
    from.flatMap((state) => {
      const owner = first === "owner" ? STATE_OWNER[state] : first;
      return targetsOf(event, state, owner).map((to) => `${state} --> ${to}`);
    }),
  );
}

/** The states that a task of this state may have left for a while; null for none. */
function leftBehind(state: TaskState): readonly (TaskState | null)[] {
  if (state === "disputed") return TASK_FLOW.reportSystem.from;
  if (state !== "rematching") return [null];
  return [null, ...TASK_FLOW.release.from.filter((one) => one !== "disputed")];
}

function targetsOf(event: TaskEvent, state: TaskState, by: Owner): TaskState[] {
  return FORCES.flatMap((firstForce) =>
    leftBehind(state).flatMap((resumeTo) => {
      const next = step({ state, firstForce, resumeTo }, event, by);
      return next.ok ? [next.to] : [];
    }),
  );
}

function label(event: TaskEvent): string {
  return `${event} (${TASK_FLOW[event].by.join(" or ")})`;
}
