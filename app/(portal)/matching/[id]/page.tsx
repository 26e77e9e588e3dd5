import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getRun, type RunDetail } from "@/lib/server/matching/queries";
import { isLive } from "../is-live";
import { RunProgress } from "../run-progress";
import { ClearedByClass } from "./_components/cleared-by-class";
import { Outcomes } from "./_components/outcomes";
import { Routes } from "./_components/routes";

interface PageProps {
  params: Promise<{ id: string }>;
}

const REFRESH_SECONDS = 2;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress.run"))("title") };
}

async function leadOf(run: RunDetail): Promise<string> {
  const t = await getTranslator("progress.run");
  const at = formatDateTime(run.createdAt);
  const { createdBy: name } = run;
  return [
    t("model", { version: run.modelVersion }),
    name ? t("started", { name, at }) : t("startedAt", { at }),
    run.finishedAt ? t("finished", { at: formatDateTime(run.finishedAt) }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Records of the batch that the run passed by, once it is over. */
async function Skipped({ run }: { run: RunDetail }) {
  const t = await getTranslator("progress.run");
  const compared = run.cells.reduce((sum, cell) => sum + cell.people, 0);
  const people = run.total - compared;
  if (people <= 0) return null;
  return <p className="text-sm text-quiet">{t("skipped", { people })}</p>;
}

async function Underway({ run }: { run: RunDetail }) {
  const t = await getTranslator("progress.run");
  return (
    <Card>
      <AutoRefresh seconds={REFRESH_SECONDS} />
      <RunProgress run={run} />
      <p className="mt-3 text-quiet">{t("pending")}</p>
    </Card>
  );
}

function Results({ run }: { run: RunDetail }) {
  return (
    <div className="flex flex-col gap-6">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ClearedByClass cells={run.cells} />
        <Outcomes cells={run.cells} />
      </div>
      <Routes routes={run.routes} />
      <Skipped run={run} />
    </div>
  );
}

export default async function RunPage({ params }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const run = await getRun(id.data);
  const t = await getTranslator("progress.run");
  const title = run.fileName ?? t("noFile");
  return (
    <>
      <PageHeader
        title={title}
        lead={await leadOf(run)}
        crumbs={[{ label: t("title"), href: "/matching" }, { label: title }]}
        crumbsLabel={t("title")}
        action={
          run.batchId ? (
            <LinkButton href={`/imports/${run.batchId}`}>{t("toFile")}</LinkButton>
          ) : null
        }
      />
      {isLive(run) ? <Underway run={run} /> : <Results run={run} />}
    </>
  );
}
