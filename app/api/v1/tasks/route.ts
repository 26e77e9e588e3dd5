import { answerWith, problemOf } from "@/app/api/v1/problem";
import { listTasks } from "@/lib/server/tasks/list";
import { TaskFilter } from "@/lib/server/tasks/list-filter";

/** GET /api/v1/tasks: a page of 50 open tasks; filters, order and place in the list as on the page. */
export async function GET(request: Request) {
  const filter = TaskFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const result = await listTasks.answer(filter);
  if (!result.ok) return problemOf(result.error);
  const { tasks, previous, next, search, lost } = result.data;
  if (search?.gone) return problemOf({ code: "NOT_FOUND" });
  return answerWith({ tasks, previous, next, more: search?.more ?? false, lost });
}
