import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { type HandoverSummary, listHandovers } from "@/lib/server/handovers/queries";
import { type HandoverRow, HandoverTable } from "./_components/handover-table";
import { ReceiveCard } from "./_components/receive-card";
import { SignCard } from "./_components/sign-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("handovers"))("title") };
}

async function rowsOf(handovers: readonly HandoverSummary[]): Promise<HandoverRow[]> {
  const t = await getTranslator("handovers");
  const locale = await getLocale();
  const by = (name: string, at: Date) => t("by", { name, at: formatDateTime(at) });
  const counts = (lineCount: number, disputed: number) =>
    t(disputed > 0 ? "counts.some" : "counts.all", { received: lineCount - disputed, disputed });
  return handovers.map(({ id, no, unitName, lineCount, disputedCount, ...signed }) => ({
    id,
    number: t("number", { no }),
    unitName,
    people: formatNumber(lineCount, 0, locale),
    signed: by(signed.signedName, signed.signedAt),
    received: signed.receivedAt ? by(signed.receivedName ?? "", signed.receivedAt) : null,
    counts: signed.receivedAt ? counts(lineCount, disputedCount) : null,
  }));
}

async function NoLists() {
  const t = await getTranslator("handovers.empty");
  return (
    <EmptyState icon="handovers" title={t("title")}>
      {t("body")}
    </EmptyState>
  );
}

export default async function HandoversPage() {
  const t = await getTranslator("handovers");
  const role = await currentRole();
  const { handovers, counts } = await listHandovers();
  const signs = canDo(role, "handover:sign");
  const receives = canDo(role, "handover:receive");
  const lead = signs ? "police" : receives ? "health" : "coordinator";
  return (
    <ClientMessages namespaces={["common", "handovers"]}>
      <PageHeader title={t("title")} lead={t(`lead.${lead}`)} />
      <div className="flex flex-col gap-6">
        {signs ? <SignCard people={counts.unsigned} /> : null}
        {receives ? (
          <ReceiveCard handovers={handovers.filter((one) => one.receivedAt === null)} />
        ) : null}
        <Card title={t("all")} flush="table">
          <HandoverTable
            rows={await rowsOf(handovers)}
            showUnit={!signs && !receives}
            empty={<NoLists />}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}
