import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getRun, type RunDetail } from "@/lib/server/matching/queries";
import { isLive, isOpen } from "../is-live";
import { RunProgress } from "../run-progress";
import { runTitle } from "../run-title";
import { ClearedByClass } from "./_components/cleared-by-class";
import { Duplicates } from "./_components/duplicates";
import { Outcomes } from "./_components/outcomes";
import { Routes } from "./_components/routes";
import { RunControls } from "./_components/run-controls";

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

/** Records of the area that the run left alone. */
async function Skipped({ run }: { run: RunDetail }) {
  const t = await getTranslator("progress.run");
  if (run.skipped <= 0) return null;
  return <p className="text-sm text-quiet">{t("skipped", { people: run.skipped })}</p>;
}

async function Underway({ run }: { run: RunDetail }) {
  const t = await getTranslator("progress.run");
  return (
    <Card>
      {isLive(run) ? <AutoRefresh seconds={REFRESH_SECONDS} /> : null}
      <div className="flex flex-col gap-4">
        <RunProgress run={run} />
        <ClientMessages namespaces={["common", "progress"]}>
          <RunControls id={run.id} state={run.state} />
        </ClientMessages>
        <p className="text-quiet">{t(isLive(run) ? "pending" : "pendingPaused")}</p>
      </div>
    </Card>
  );
}

/** A run that ended before its end. */
async function Ended({ run }: { run: RunDetail }) {
  if (run.state !== "cancelled" && run.state !== "failed") return null;
  const t = await getTranslator("progress.run");
  return (
    <Banner tone={run.state === "failed" ? "danger" : "waiting"} title={t(`state.${run.state}`)}>
      {t(run.state === "failed" ? "failedBody" : "cancelledBody", {
        done: run.done,
        total: run.total,
      })}
    </Banner>
  );
}

async function Nothing() {
  const t = await getTranslator("progress.run.nothing");
  return (
    <Card>
      <EmptyState title={t("title")}>{t("body")}</EmptyState>
    </Card>
  );
}

function Results({ run }: { run: RunDetail }) {
  if (run.cells.length === 0) {
    return (
      <div className="flex flex-col gap-6">
        <Ended run={run} />
        <Nothing />
        <Skipped run={run} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Ended run={run} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ClearedByClass cells={run.cells} />
        <Outcomes cells={run.cells} />
      </div>
      <Routes routes={run.routes} />
      <Duplicates run={run} />
      <Skipped run={run} />
    </div>
  );
}

export default async function RunPage({ params }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const run = await getRun(id.data);
  const t = await getTranslator("progress.run");
  const title = await runTitle(run);
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
      {isOpen(run) ? <Underway run={run} /> : <Results run={run} />}
    </>
  );
}
