import { ClockChip } from "@/app/(portal)/directives/requests/clock-chip";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { RequestKind } from "@/lib/domain/directives/request";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RequestDetail } from "@/lib/server/directives/request-queries";

/** Who said what, when, and until when it has to be answered. */
export async function RequestFacts({ request }: { request: RequestDetail }) {
  const t = await getTranslator("requests");
  const { kind, words, phone, papersSeen, enteredBy, enteredAt, dueAt, answeredAt } = request;
  const due = (
    <span className="inline-flex flex-wrap items-center gap-3">
      {formatDateTime(dueAt)}
      <ClockChip dueAt={dueAt} answeredAt={answeredAt} />
    </span>
  );
  const by = t("detail.enteredByAt", { name: enteredBy ?? "", at: formatDateTime(enteredAt) });
  return (
    <Card title={t(`kind.${kind as RequestKind}`)}>
      <DescriptionList
        items={[
          { term: t("detail.words"), value: <q className="break-words">{words}</q> },
          { term: t("detail.phone"), value: phone ?? t("detail.none") },
          ...(papersSeen ? [{ term: t("detail.papers"), value: t("detail.papersSeen") }] : []),
          { term: t("detail.enteredBy"), value: by },
          { term: t("detail.due"), value: due },
          { term: t("detail.unit"), value: request.unitName },
        ]}
      />
    </Card>
  );
}
