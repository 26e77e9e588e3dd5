import { answerWith, problemOf } from "@/app/api/v1/problem";
import { canDo } from "@/lib/domain/access/roles";
import { currentActor } from "@/lib/server/core/session";
import { listTasks } from "@/lib/server/tasks/list";
import { TaskFilter } from "@/lib/server/tasks/list-filter";

/** GET /api/v1/tasks: a page of 50 open tasks; filters, order and place in the list as on the page. */
export async function GET(request: Request) {
  const actor = await currentActor();
  if (!actor) return problemOf({ code: "UNAUTHENTICATED" });
  if (!canDo(actor.role, listTasks.permission)) return problemOf({ code: "FORBIDDEN" });
  const filter = TaskFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { tasks, previous, next, search, lost } = await listTasks(filter);
  if (search?.gone) return problemOf({ code: "NOT_FOUND" });
  return answerWith({ tasks, previous, next, more: search?.more ?? false, lost });
}
