import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest, readVersion } from "@/app/api/v1/request";
import { saveDraft } from "@/lib/server/tasks/drafts";

interface Context {
  params: Promise<{ id: string }>;
}

/** POST /api/v1/tasks/{id}/draft: keeps what was chosen and typed, with the version that it was seen in (`If-Match`). */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params;
  const version = readVersion(request);
  if (!version.ok) return problemOf(version.refusal, version.status);
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await saveDraft({ ...asked.value.body, taskId: id, version: version.value });
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
