import { Card } from "@/components/ui/card";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { TaskDetail } from "@/lib/server/tasks/detail";

interface Line {
  at: Date;
  text: string;
  name: string | null;
  comment?: string | null;
}

async function linesOf(task: TaskDetail): Promise<Line[]> {
  const t = await getTranslator("tasks");
  const fields = await getTranslator("records.field");
  const events = task.history.map(({ event, ...rest }) => ({
    ...rest,
    text: t(`event.${event as TaskEvent}`),
  }));
  const corrections = task.corrections.map(({ field, source, at, name }) => ({
    at,
    name,
    text: t("detail.corrected", {
      field: fields(field as IdentityField),
      source: t(`detail.source.${source as "engine"}`),
    }),
  }));
  return [...events, ...corrections].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Everything that happened to the task, the latest first. */
export async function TaskHistory({ task }: { task: TaskDetail }) {
  const t = await getTranslator("tasks.detail");
  const lines = await linesOf(task);
  return (
    <Card title={t("history")}>
      <ol className="flex flex-col gap-2">
        {lines.map((line) => (
          <li key={`${line.at.toISOString()} ${line.text}`} className="flex flex-wrap gap-x-3">
            <span className="text-quiet tabular-nums">{formatDateTime(line.at)}</span>
            <span>{line.text}</span>
            {line.name ? <span className="text-quiet">{line.name}</span> : null}
            {line.comment ? <q className="basis-full text-quiet">{line.comment}</q> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
