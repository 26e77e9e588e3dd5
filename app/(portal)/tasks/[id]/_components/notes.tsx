import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { listNotes } from "@/lib/server/tasks/notes";
import { NoteForm } from "./note-form";

/** Words between colleagues about this task; no step of the flow. */
export async function Notes({ taskId }: { taskId: string }) {
  const t = await getTranslator("workbench.notes");
  const lines = await listNotes(taskId);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-3">
        <p className="text-sm text-quiet">{t("lead")}</p>
        {lines.length === 0 ? <p className="text-quiet">{t("empty")}</p> : null}
        <ol className="flex flex-col gap-2">
          {lines.map(({ id, at, name, words }) => (
            <li key={id} className="flex flex-wrap gap-x-3">
              <span className="text-quiet tabular-nums">{formatDateTime(at)}</span>
              <span>{name}</span>
              <q className="basis-full break-words">{words}</q>
            </li>
          ))}
        </ol>
        <NoteForm taskId={taskId} />
      </div>
    </Card>
  );
}
