import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { bulkWords } from "@/app/(portal)/tasks/clusters/_components/rule-words";
import { stateWords } from "@/app/(portal)/tasks/clusters/_components/run-state";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { BulkOutcome } from "@/lib/domain/tasks/bulk-outcome";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import {
  type BulkDetail,
  type BulkLineView,
  getBulk,
  LineFilter,
  listBulkLines,
} from "@/lib/server/tasks/bulk/queries";
import { countCluster } from "@/lib/server/tasks/bulk/sample";
import { LineTable, type LineView } from "./_components/line-table";
import { Reasons, Results, reasonWords, UndoResults } from "./_components/results";
import { Standing } from "./_components/standing";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ outcome?: string; after?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("clusters.run"))("title") };
}

async function lineView(line: BulkLineView): Promise<LineView> {
  return {
    taskId: line.taskId,
    name: line.fullName ?? line.code ?? "–",
    code: line.code ?? "–",
    reason: await reasonWords(line.outcome, line.reason),
  };
}

/** The records behind one figure. */
async function Lines({ filter }: { filter: LineFilter }) {
  const t = await getTranslator("clusters");
  const { lines, next } = await listBulkLines(filter);
  const path = `/tasks/clusters/runs/${filter.bulkId}`;
  const { outcome } = filter;
  return (
    <Card title={t("run.lines", { outcome: t(`outcome.${outcome as BulkOutcome}`) })} flush>
      <LineTable
        rows={await Promise.all(lines.map(lineView))}
        next={next ? listHref(path, {}, { outcome, after: next }) : undefined}
        empty={<EmptyState title={t("run.noLines")} />}
      />
    </Card>
  );
}

async function Sample({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters.run");
  return (
    <Card title={t("sample")}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {bulk.sample.map(({ taskId, code, right }) => (
          <li key={taskId}>
            <TextLink href={`/tasks/${taskId}`} prefetch={false}>
              {code ?? "–"}
            </TextLink>{" "}
            · {t(right ? "sampleRight" : "sampleWrong")}
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function leadOf(bulk: BulkDetail): Promise<string> {
  const t = await getTranslator("clusters.run");
  const { createdBy: name, unitName: unit } = bulk;
  const lead = t("lead", { name, at: formatDateTime(bulk.createdAt), unit });
  return `${await stateWords(bulk)} · ${lead}`;
}

export default async function BulkPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const bulk = await getBulk(id.data);
  const filter = LineFilter.safeParse({ ...(await searchParams), bulkId: id.data });
  const t = await getTranslator("clusters");
  const count = bulk.state === "ready" ? await countCluster(bulk.clusterKey) : null;
  return (
    <ClientMessages namespaces={["common", "clusters"]}>
      <PageHeader
        title={await bulkWords(bulk)}
        lead={await leadOf(bulk)}
        crumbs={[{ label: t("title"), href: "/tasks/clusters" }, { label: t("run.title") }]}
        crumbsLabel={t("title")}
      />
      <div className="flex flex-col gap-6">
        <Standing bulk={bulk} count={count} />
        {bulk.done > 0 ? (
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Results bulk={bulk} />
            <UndoResults bulk={bulk} />
            <Reasons bulk={bulk} />
          </div>
        ) : null}
        {filter.success ? <Lines filter={filter.data} /> : null}
        <Sample bulk={bulk} />
      </div>
    </ClientMessages>
  );
}
