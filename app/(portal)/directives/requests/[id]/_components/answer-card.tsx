import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RequestDetail } from "@/lib/server/directives/request-queries";
import { AnswerForm } from "./answer-form";

/** The answer that was given, or the place to give one. */
export async function AnswerCard({ request, works }: { request: RequestDetail; works: boolean }) {
  const t = await getTranslator("requests.answer");
  const { id, version, answer, answeredAt, answeredBy } = request;
  if (works) {
    return (
      <Card title={t("title")}>
        <AnswerForm request={{ id, version }} />
      </Card>
    );
  }
  if (!answeredAt) return null;
  return (
    <Card title={t("given")}>
      <p className="break-words">{answer}</p>
      <p className="text-sm text-quiet">
        {t("by", { name: answeredBy ?? "", at: formatDateTime(answeredAt) })}
      </p>
    </Card>
  );
}
