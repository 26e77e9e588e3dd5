import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listReportGroups } from "@/lib/server/tasks/report-queries";
import { RulesTabs } from "../_components/rules-tabs";
import { ReportGroupCard } from "./_components/report-group";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("rules.reports"))("title") };
}

/** What officers say the system is wrong about, by cause. */
export default async function ReportsPage() {
  const room = await getTranslator("rules");
  const t = await getTranslator("rules.reports");
  const { groups, atCentre } = await listReportGroups();
  return (
    <ClientMessages namespaces={["common", "rules"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: room("back"), href: "/matching" },
          { label: room("title"), href: "/matching/rules" },
          { label: t("title") },
        ]}
        crumbsLabel={room("back")}
        action={
          atCentre ? (
            <LinkButton href="/matching/rules/propose" icon="edit">
              {t("proposeFrom")}
            </LinkButton>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        <RulesTabs at="reports" />
        {atCentre ? null : <Banner>{room("atCentreOnly")}</Banner>}
        {groups.length === 0 ? (
          <Card>
            <EmptyState icon="settled" title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          </Card>
        ) : null}
        {groups.map((group) => (
          <ReportGroupCard
            key={`${group.field} ${group.level} ${group.expected}`}
            group={group}
            mayDecide={atCentre}
          />
        ))}
      </div>
    </ClientMessages>
  );
}
