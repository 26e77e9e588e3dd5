import { answerWith, problemOf } from "@/app/api/v1/problem";
import { readRequest } from "@/app/api/v1/request";
import { createSearch } from "@/lib/server/records/search";

/** POST /api/v1/searches: `q` in the body; gives the id under which `GET /api/v1/tasks?search=` finds. */
export async function POST(request: Request) {
  const asked = await readRequest(request);
  if (!asked.ok) return problemOf(asked.refusal, asked.status);
  const result = await createSearch(asked.value.body, asked.value.key);
  return result.ok ? answerWith(result.data) : problemOf(result.error);
}
