import "server-only";
import { type RequestStage, stageOf } from "@/lib/domain/directives/request";
import type { Resolution, TaskState } from "@/lib/domain/tasks/states";
import { found } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { OF_RECORD, REQUEST, REQUESTS } from "./sql";

interface Row {
  id: string;
  code: string;
  kind: string;
  fullName: string;
  enteredAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  unitName: string;
  recordId: string | null;
  recordCode: string | null;
  taskId: string | null;
  taskState: TaskState | null;
  resolution: Resolution | null;
}

export interface RequestSummary extends Row {
  stage: RequestStage;
}

export interface RequestDetail extends RequestSummary {
  words: string;
  phone: string | null;
  papersSeen: boolean;
  answer: string | null;
  version: number;
  enteredBy: string | null;
  answeredBy: string | null;
}

function withStage<R extends Row>(row: R): R & { stage: RequestStage } {
  const { recordId, recordCode, taskState, resolution } = row;
  const linked = recordId !== null;
  const elsewhere = linked && recordCode === null;
  return { ...row, stage: stageOf({ linked, elsewhere, taskState, resolution }) };
}

/** Requests of the area, two hundred at most: unanswered first, overdue on top. */
export const listRequests = query<{ open?: boolean }, RequestSummary[]>(
  "request:read",
  async ({ sql }, { open }) => (await sql<Row>(REQUESTS, [open ?? null])).map(withStage),
);

export const getRequest = query<string, RequestDetail>("request:read", async ({ sql }, id) =>
  withStage(found((await sql<Omit<RequestDetail, "stage">>(REQUEST, [id]))[0])),
);

/** What citizens said of one record. */
export const listRequestsOfRecord = query<string, RequestSummary[]>(
  "request:read",
  async ({ sql }, recordId) => (await sql<Row>(OF_RECORD, [recordId])).map(withStage),
);
