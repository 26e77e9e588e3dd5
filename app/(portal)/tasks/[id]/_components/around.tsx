import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { listSamePhone, type NeighbourLine } from "@/lib/server/tasks/around";
import type { TaskDetail } from "@/lib/server/tasks/detail";

async function Line({ line: { code, fullName, birthYear, taskId } }: { line: NeighbourLine }) {
  const t = await getTranslator("workbench.around");
  const name = t("line", { name: fullName ?? t("nobody"), year: birthYear ?? t("noYear") });
  return (
    <li className="flex flex-wrap gap-x-3">
      {taskId ? <TextLink href={`/tasks/${taskId}`}>{name}</TextLink> : <span>{name}</span>}
      <span className="text-quiet">{code}</span>
    </li>
  );
}

/** Records with the same phone number: whoever answers it can often speak for them. */
export async function Around({ task }: { task: TaskDetail }) {
  if (task.samePhone === 0) return null;
  const t = await getTranslator("workbench.around");
  const lines = await listSamePhone(task.recordId);
  return (
    <Card title={t("title")}>
      <p className="mb-2 text-sm text-quiet">{t("lead")}</p>
      <ul className="flex flex-col gap-1">
        {lines.map((line) => (
          <Line key={line.recordId} line={line} />
        ))}
      </ul>
    </Card>
  );
}
