import { RequestLines } from "@/app/(portal)/directives/requests/request-lines";
import { Card } from "@/components/ui/card";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { listRequestsOfRecord } from "@/lib/server/directives/request-queries";
import type { TaskDetail } from "@/lib/server/tasks/detail";

/** What citizens said of this record. */
export async function TaskRequests({ task }: { task: TaskDetail }) {
  if (!canDo(await currentRole(), "request:read")) return null;
  const requests = await listRequestsOfRecord(task.recordId);
  if (requests.length === 0) return null;
  const t = await getTranslator("requests.task");
  return (
    <Card title={t("title")} flush>
      <RequestLines requests={requests} />
    </Card>
  );
}
