import { answerWith, problemOf } from "@/app/api/v1/problem";
import { progressAnswer, progressTable } from "@/lib/server/progress/answer";
import { getProgress } from "@/lib/server/progress/queries";

const TABLE = { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" };

/** GET /api/v1/progress?unit=<id>&format=csv: figures of a unit and of each unit below it, in people. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams;
  const result = await getProgress.answer(asked.get("unit") ?? undefined);
  if (!result.ok) return problemOf(result.error);
  if (asked.get("format") === "csv") {
    return new Response(progressTable(result.data), { headers: TABLE });
  }
  return answerWith(progressAnswer(result.data));
}
