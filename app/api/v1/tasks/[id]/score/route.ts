import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest } from "@/app/api/v1/request";
import { scoreChoices } from "@/lib/server/tasks/score";

interface Context {
  params: Promise<{ id: string }>;
}

/** POST /api/v1/tasks/{id}/score: what the engine would say to choices that are not sent. Changes nothing. */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params;
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await scoreChoices.answer({ ...asked.value.body, taskId: id });
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
