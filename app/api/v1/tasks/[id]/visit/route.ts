import { answerWith, problemOf } from "@/app/api/v1/problem";
import { type Read, readRequest, readVersion } from "@/app/api/v1/request";
import { VISIT_STEP } from "@/lib/server/tasks/steps";

interface Context {
  params: Promise<{ id: string }>;
}

/** `If-Match: *`: whatever the version is now, by who has looked at what was changed. */
function readSeen(request: Request): Read<number | null> {
  if (request.headers.get("if-match")?.trim() === "*") return { ok: true, value: null };
  return readVersion(request);
}

/**
 * POST /api/v1/tasks/{id}/visit: what a visit to a person of a carried list has shown. Its own `visitId`
 * makes it one, however late it is sent again.
 */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params;
  const version = readSeen(request);
  if (!version.ok) return problemOf(version.refusal, version.status);
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const { body, key } = asked.value;
  const result = await VISIT_STEP.command({ ...body, taskId: id, version: version.value }, key);
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
