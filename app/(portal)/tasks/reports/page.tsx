import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { StateChip } from "@/components/ui/state-chip";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import type { ReportState } from "@/lib/domain/tasks/report";
import type { TaskState } from "@/lib/domain/tasks/states";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { listOwnReports, type OwnReport } from "@/lib/server/tasks/report-queries";

const TONES: Record<ReportState, Tone> = { open: "waiting", upheld: "settled", rejected: "info" };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("tasks.report.own"))("title") };
}

async function Report({ report }: { report: OwnReport }) {
  const t = await getTranslator("tasks.report");
  const states = await getTranslator("tasks.state");
  const when = report.decidedAt
    ? t("own.answered", { at: formatDateTime(report.decidedAt) })
    : t("own.sent", { at: formatDateTime(report.at) });
  return (
    <li className="flex flex-col gap-1 py-3">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink href={`/tasks/${report.taskId}`} prefetch={false} className="font-semibold">
          {report.code}
        </TextLink>
        <StateChip tone={TONES[report.state]}>{t(`own.state.${report.state}`)}</StateChip>
        <span className="text-sm text-quiet">{when}</span>
      </span>
      <span>{t(`expectedOf.${report.expected}`)}</span>
      {report.decisionNote ? <q className="break-words">{report.decisionNote}</q> : null}
      <span className="text-sm text-quiet">
        {t("own.task", { state: states(report.taskState as TaskState) })}
      </span>
    </li>
  );
}

/** The officer's own reports and the centre's answers. */
export default async function OwnReportsPage() {
  const t = await getTranslator("tasks.report.own");
  const reports = await listOwnReports();
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <Card className="max-w-3xl">
        {reports.length === 0 ? <EmptyState icon="tasks" title={t("empty")} /> : null}
        <ul className="divide-y divide-line">
          {reports.map((report) => (
            <Report key={report.id} report={report} />
          ))}
        </ul>
      </Card>
    </>
  );
}
