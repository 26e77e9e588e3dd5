import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { StateChip } from "@/components/ui/state-chip";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import {
  listPublications,
  type PublicationLine,
  type ReadyBatch,
} from "@/lib/server/tasks/publication-queries";
import { ActionForm } from "./_components/action-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("tasks.publication"))("title") };
}

async function Ready({ batches }: { batches: ReadyBatch[] }) {
  const t = await getTranslator("tasks.publication");
  if (batches.length === 0) return null;
  return (
    <Card title={t("batches")}>
      <ul className="flex flex-col gap-4">
        {batches.map(({ batchId, fileName, records }) => (
          <li key={batchId} className="flex flex-wrap items-start justify-between gap-3">
            <span className="min-w-0 break-words">
              <strong>{fileName}</strong>
              <br />
              {t("ready", { count: records })}
            </span>
            <ActionForm kind="prepare" fields={{ batchId }}>
              {t("prepare")}
            </ActionForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Publication({ line }: { line: PublicationLine }) {
  const t = await getTranslator("tasks.publication");
  const made = `${t("columns.made")} ${formatDateTime(line.createdAt)}`;
  const loaded = line.loadedAt ? ` · ${t("columns.loaded")} ${formatDateTime(line.loadedAt)}` : "";
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-3">
      <div className="flex min-w-0 flex-col gap-1 break-words">
        <strong>{line.fileName}</strong>
        <span className="text-sm text-quiet">
          {t("prepared", { records: line.records })} {made}
          {loaded}
        </span>
        <span>
          <StateChip tone={line.state === "loaded" ? "settled" : "waiting"}>
            {t(`state.${line.state}`)}
          </StateChip>
        </span>
      </div>
      <div className="flex flex-col items-start gap-2">
        <TextLink href={`/api/v1/publications/${line.id}/file`} prefetch={false} download>
          {t("download")}
        </TextLink>
        {line.state === "prepared" ? (
          <ActionForm kind="mark" fields={{ publicationId: line.id, version: line.version }}>
            {t("mark")}
          </ActionForm>
        ) : null}
      </div>
    </li>
  );
}

export default async function PublicationsPage() {
  const t = await getTranslator("tasks.publication");
  const { publications, ready } = await listPublications();
  return (
    <ClientMessages namespaces={["common"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="flex flex-col gap-6">
        <Ready batches={ready} />
        <Card title={t("caption")}>
          {publications.length === 0 ? <EmptyState icon="file" title={t("empty")} /> : null}
          <ul className="divide-y divide-line">
            {publications.map((line) => (
              <Publication key={line.id} line={line} />
            ))}
          </ul>
        </Card>
      </div>
    </ClientMessages>
  );
}
