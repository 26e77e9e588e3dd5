import type { Metadata } from "next";
import { z } from "zod";
import { listHref, type Params } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { listReports, type ReportList } from "@/lib/server/progress/reports";
import { type ReportRow, ReportTable } from "./_components/report-table";
import { WriteCard } from "./_components/write-card";

interface PageProps {
  searchParams: Promise<Params>;
}

/** What an address may say; anything else in it is left out. */
const Asked = z.object({
  unit: z.string().max(20).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("reports"))("title") };
}

async function rowsOf({ reports }: ReportList): Promise<ReportRow[]> {
  const t = await getTranslator("reports.write");
  const daysOf = (from: string, to: string) =>
    from === to ? formatDate(from) : t("days", { from: formatDate(from), to: formatDate(to) });
  return reports.rows.map(({ id, number, year, unitName, from, to, cutOff, byName }) => ({
    ...{ id, unitName, by: byName },
    number: `${number}/BC-TCT (${year})`,
    period: daysOf(from, to),
    cutOff: formatDateTime(cutOff),
  }));
}

async function Written({ list, writes }: { list: ReportList; writes: boolean }) {
  const t = await getTranslator("reports.list");
  const { unit, reports } = list;
  const here = (changes: Params) => listHref("/progress/reports", { unit: unit.id }, changes);
  return (
    <Card title={t("title")} flush="table">
      <ReportTable
        rows={await rowsOf(list)}
        showUnit={unit.level !== "commune"}
        pages={{
          previous: reports.previous ? here({ before: reports.previous }) : undefined,
          next: reports.next ? here({ after: reports.next }) : undefined,
        }}
        empty={
          <EmptyState icon="progress" title={t("emptyTitle")}>
            {t(writes ? "emptyBody" : "emptyBodyReads")}
          </EmptyState>
        }
      />
    </Card>
  );
}

export default async function ReportsPage({ searchParams }: PageProps) {
  const { unit, after, before } = Asked.parse(await searchParams);
  const list = await listReports({ unit, after, before });
  const t = await getTranslator("reports");
  const writes = canDo(await currentRole(), "progress:report");
  const progress = listHref("/progress", {}, { unit: list.unit.id });
  return (
    <ClientMessages namespaces={["common", "reports"]}>
      <PageHeader
        title={t("titleOf", { unit: list.unit.name })}
        lead={t("lead")}
        crumbs={[{ label: t("progress"), href: progress }, { label: t("title") }]}
        crumbsLabel={t("progress")}
      />
      <div className="flex flex-col gap-6">
        {writes ? <WriteCard list={list} /> : null}
        <Written list={list} writes={writes} />
      </div>
    </ClientMessages>
  );
}
