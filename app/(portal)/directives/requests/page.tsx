import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { listRequests } from "@/lib/server/directives/request-queries";
import { RequestLines } from "./request-lines";

interface PageProps {
  searchParams: Promise<{ view?: string }>;
}

const OPEN = { open: true, answered: false, all: undefined } as const;
type View = keyof typeof OPEN;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("requests"))("title") };
}

async function Views({ view }: { view: View }) {
  const t = await getTranslator("requests.views");
  const views = (Object.keys(OPEN) as View[]).map((one) => ({
    href: `/directives/requests${one === "open" ? "" : `?view=${one}`}`,
    label: t(one),
    current: one === view,
  }));
  return <QuickViews label={t("label")} views={views} />;
}

export default async function RequestsPage({ searchParams }: PageProps) {
  const wanted = (await searchParams).view;
  const view: View = wanted === "answered" || wanted === "all" ? wanted : "open";
  const t = await getTranslator("requests");
  const role = await currentRole();
  const enters = canDo(role, "request:enter");
  const requests = await listRequests({ open: OPEN[view] });
  const action = enters ? (
    <LinkButton href="/directives/requests/new" variant="primary" icon="add">
      {t("new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} action={action} />
      <div className="flex max-w-3xl flex-col gap-4">
        <Views view={view} />
        {requests.length === 0 ? (
          <EmptyState icon="requests" title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        ) : (
          <Card title={t("title")} flush>
            <RequestLines requests={requests} showUnit={!enters} />
          </Card>
        )}
      </div>
    </>
  );
}
