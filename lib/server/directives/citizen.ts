import "server-only";
import { type RequestStage, stageOf } from "@/lib/domain/directives/request";
import { readCode } from "@/lib/domain/directives/request-code";
import type { Resolution, TaskState } from "@/lib/domain/tasks/states";
import { callFunction } from "@/lib/server/core/db";
import { hashToken } from "@/lib/server/core/id";

/** Look-ups within ten minutes: from one address, and from all together. */
export const MOST_ASKED = 30;
export const MOST_ASKED_TOGETHER = 3000;
const EVERYBODY = "*";

/** How far a request is: dates and a stage, nothing of any person. */
export interface CitizenState {
  enteredAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  stage: RequestStage;
}

/** `unknown` is the answer for a code that never was, that was misread, and that nobody can have. */
export type CitizenAnswer =
  | { kind: "found"; state: CitizenState }
  | { kind: "unknown" }
  | { kind: "limited" };

interface Row {
  entered_at: Date;
  due_at: Date;
  answered_at: Date | null;
  linked: boolean;
  task_state: TaskState | null;
  resolution: Resolution | null;
}

async function mayAsk(client: string, most: number): Promise<boolean> {
  const [row] = await callFunction<{ may: boolean }>("select citizen_asked($1, $2) as may", [
    client,
    most,
  ]);
  return row?.may ?? false;
}

/**
 * The state of a request for whoever holds its code; there is no sign-in. `client` is the caller's
 * address, of which a hash is kept for some minutes.
 */
export async function askByCode(typed: string, client: string): Promise<CitizenAnswer> {
  if (!(await mayAsk(hashToken(client), MOST_ASKED))) return { kind: "limited" };
  if (!(await mayAsk(EVERYBODY, MOST_ASKED_TOGETHER))) return { kind: "limited" };
  // A misread code is looked up as well, as one that can't exist: the answer takes as long.
  const code = readCode(typed) ?? "";
  const [row] = await callFunction<Row>("select * from citizen_state($1)", [code]);
  if (!row) return { kind: "unknown" };
  const { linked, task_state: taskState, resolution } = row;
  return {
    kind: "found",
    state: {
      enteredAt: row.entered_at,
      dueAt: row.due_at,
      answeredAt: row.answered_at,
      stage: stageOf({ linked, taskState, resolution }),
    },
  };
}
