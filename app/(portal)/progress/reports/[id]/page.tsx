import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listHref } from "@/components/data-table/href";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { writeReportPaper } from "@/lib/i18n/reports/report-paper";
import { getTranslator } from "@/lib/i18n/server";
import { getReport, type Report } from "@/lib/server/progress/reports";
import { Paper } from "./_components/paper";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("reports"))("title") };
}

async function Notices({ report, written }: { report: Report; written: boolean }) {
  const t = await getTranslator("reports.detail");
  const { number, cutOff, intact } = report;
  return (
    <div className="mb-4 flex max-w-[210mm] flex-col gap-3 print:hidden">
      {written ? (
        <Banner tone="settled" live>
          {t("written", { number, at: formatDateTime(cutOff) })}
        </Banner>
      ) : null}
      {intact ? null : <Banner tone="danger">{t("broken")}</Banner>}
    </div>
  );
}

async function Actions({ id }: { id: string }) {
  const t = await getTranslator("reports.detail");
  const here = `/progress/reports/${id}`;
  return (
    <>
      <LinkButton href={`${here}/docx`} prefetch={false} icon="download">
        {t("docx")}
      </LinkButton>
      <LinkButton href={`${here}/xlsx`} prefetch={false} icon="download">
        {t("xlsx")}
      </LinkButton>
      <PrintButton label={t("print")} />
    </>
  );
}

export default async function ReportPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const report = await getReport(id.data);
  const t = await getTranslator("reports");
  const { number, year, unitName, from, to, cutOff } = report;
  const title = t("detail.title", { number, year: String(year) });
  const days = { from: formatDate(from), to: formatDate(to) };
  const period = from === to ? days.from : t("write.days", days);
  const list = listHref("/progress/reports", {}, { unit: report.unitId ?? undefined });
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={t("detail.lead", { unit: unitName, period, at: formatDateTime(cutOff) })}
          crumbs={[{ label: t("title"), href: list }, { label: title }]}
          crumbsLabel={t("title")}
          action={<Actions id={report.id} />}
        />
      </div>
      <Notices report={report} written={(await searchParams).done === "written"} />
      <Paper paper={writeReportPaper(report)} label={t("detail.paper")} />
    </>
  );
}
