import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest, readVersion } from "@/app/api/v1/request";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import { TASK_LEASES, TASK_STEPS } from "@/lib/server/tasks/steps";

interface Context {
  params: Promise<{ id: string; event: string }>;
}

const isLease = (event: string) => Object.hasOwn(TASK_LEASES, event);

function commandOf(event: string) {
  if (isLease(event)) return TASK_LEASES[event]?.command;
  return Object.hasOwn(TASK_STEPS, event) ? TASK_STEPS[event as TaskEvent]?.command : undefined;
}

/**
 * POST /api/v1/tasks/{id}/{event}: the same commands as the pages use. A step names the version that
 * it was decided on (`If-Match`); with an `Idempotency-Key` it is done once, however often it is sent.
 */
export async function POST(request: Request, { params }: Context) {
  const { id, event } = await params;
  const command = commandOf(event);
  if (!command) return problemOf({ code: "NOT_FOUND" });
  const version = isLease(event) ? null : readVersion(request);
  if (version && !version.ok) return problemOf(version.refusal, version.status);
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const { body, key } = asked.value;
  const result = await command({ ...body, taskId: id, version: version?.value }, key);
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
