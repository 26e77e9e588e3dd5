import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest } from "@/app/api/v1/request";
import { NEXT_STEP } from "@/lib/server/tasks/steps";

/** POST /api/v1/tasks/next: opens the most useful task for the officer; null when nothing is left. */
export async function POST(request: Request) {
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await NEXT_STEP.command(asked.value.body, asked.value.key);
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
