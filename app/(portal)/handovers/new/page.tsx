import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { MOST_LINES } from "@/lib/domain/handovers/line";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { listReady, type ReadyList } from "@/lib/server/handovers/queries";
import { GatherForm } from "./_components/gather-form";

interface PageProps {
  searchParams: Promise<{ hamlet?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("handovers.gather"))("title") };
}

/** All that waits, or one hamlet's. */
async function Hamlets({ hamlets, chosen }: { hamlets: ReadyList["hamlets"]; chosen?: string }) {
  const t = await getTranslator("handovers.gather");
  const locale = await getLocale();
  const all = hamlets.reduce((sum, one) => sum + one.people, 0);
  const views = [{ id: undefined, name: t("all"), people: all }, ...hamlets].map((one) => ({
    href: one.id ? `/handovers/new?hamlet=${one.id}` : "/handovers/new",
    label: one.name ?? t("noHamlet"),
    count: formatNumber(one.people, 0, locale),
    current: one.id === chosen,
  }));
  return <QuickViews label={t("hamlets")} views={views} />;
}

export default async function GatherPage({ searchParams }: PageProps) {
  const { hamlet } = await searchParams;
  const { lines, hamlets } = await listReady(hamlet ?? null);
  const t = await getTranslator("handovers.gather");
  const list = await getTranslator("handovers");
  return (
    <ClientMessages namespaces={["common", "handovers"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: list("title"), href: "/handovers" }, { label: t("title") }]}
        crumbsLabel={list("title")}
      />
      <div className="flex flex-col gap-4">
        {hamlets.length > 1 ? <Hamlets hamlets={hamlets} chosen={hamlet} /> : null}
        {lines.length === MOST_LINES ? <p>{t("most", { most: MOST_LINES })}</p> : null}
        {lines.length === 0 ? (
          <EmptyState icon="handovers" title={t("emptyTitle")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <GatherForm key={hamlet ?? ""} lines={lines} />
        )}
      </div>
    </ClientMessages>
  );
}
