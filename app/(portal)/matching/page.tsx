import type { Metadata } from "next";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { listRuns, type RunLine } from "@/lib/server/matching/queries";
import { type RunRow, RunTable } from "./_components/run-table";
import { isLive, isOpen } from "./is-live";
import { RunProgress } from "./run-progress";
import { runTitle } from "./run-title";

const REFRESH_SECONDS = 2;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress.run"))("title") };
}

async function rowsOf(runs: readonly RunLine[]): Promise<RunRow[]> {
  const t = await getTranslator("progress.run");
  return Promise.all(
    runs.map(async (run) => ({
      id: run.id,
      file: await runTitle(run),
      state: run.state,
      done: run.counted ? t("doneOf", { done: run.done, total: run.total }) : "–",
      model: run.modelVersion,
      by: run.createdBy ?? "–",
      at: formatDateTime(run.createdAt),
    })),
  );
}

async function NoRuns() {
  const t = await getTranslator("progress.run.empty");
  return (
    <EmptyState
      icon="matching"
      title={t("title")}
      action={
        <LinkButton href="/imports" icon="upload">
          {t("action")}
        </LinkButton>
      }
    >
      {t("body")}
    </EmptyState>
  );
}

export default async function MatchingPage() {
  const t = await getTranslator("progress.run");
  const runs = await listRuns();
  const live = runs.filter(isLive);
  const open = runs.filter(isOpen);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={
          <>
            <LinkButton variant="primary" href="/matching/new" icon="matching">
              {t("startNew")}
            </LinkButton>
            <LinkButton href="/matching/groups">{t("groups.title")}</LinkButton>
          </>
        }
      />
      {live.length > 0 ? <AutoRefresh seconds={REFRESH_SECONDS} /> : null}
      <div className="flex flex-col gap-6">
        {open.length > 0 ? (
          <Card>
            <div className="flex flex-col gap-4">
              {open.map((run) => (
                <RunProgress key={run.id} run={run} />
              ))}
            </div>
          </Card>
        ) : null}
        <Card flush className="max-md:border-0 max-md:bg-transparent">
          <ClientMessages namespaces={["common", "progress"]}>
            <RunTable rows={await rowsOf(runs)} empty={<NoRuns />} />
          </ClientMessages>
        </Card>
      </div>
    </>
  );
}
