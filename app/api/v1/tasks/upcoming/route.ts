import { answerWith, problemOf } from "@/app/api/v1/problem";
import { listUpcoming } from "@/lib/server/tasks/upcoming";

/** GET /api/v1/tasks/upcoming?except=<id>&except=<id>: what would open next, taken by nobody. */
export async function GET(request: Request) {
  const except = new URL(request.url).searchParams.getAll("except").slice(0, 20);
  const result = await listUpcoming.answer(except);
  return result.ok ? answerWith({ taskIds: result.data }) : problemOf(result.error);
}
