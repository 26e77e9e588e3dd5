import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslator } from "@/lib/i18n/server";
import type { RequestDetail } from "@/lib/server/directives/request-queries";
import { FindForm } from "./find-form";
import { OpenTaskForm } from "./open-task-form";

interface RecordCardProps {
  request: RequestDetail;
  /** the officer may still do something about it */
  works: boolean;
}

async function Linked({ request, works }: RecordCardProps) {
  const t = await getTranslator("requests.record");
  const { id, version, recordCode, taskId, taskState } = request;
  if (recordCode === null) return <p>{t("moved")}</p>;
  const opens = works && (taskState === null || taskState === "closed");
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="font-semibold">{t("linked", { code: recordCode })}</p>
      {taskId ? (
        <LinkButton href={`/tasks/${taskId}`} prefetch={false}>
          {t("open")}
        </LinkButton>
      ) : null}
      {opens ? (
        <>
          <p>{t("noTask")}</p>
          <OpenTaskForm request={{ id, version }} />
        </>
      ) : null}
    </div>
  );
}

/** The record that the request is about, and the way to find it. */
export async function RecordCard({ request, works }: RecordCardProps) {
  const t = await getTranslator("requests.record");
  const { id, version, recordId } = request;
  if (!works && !recordId) return null;
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        {recordId ? <Linked request={request} works={works} /> : null}
        {works ? <FindForm request={{ id, version }} again={recordId !== null} /> : null}
      </div>
    </Card>
  );
}
