import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { codeText } from "@/lib/i18n/code-text";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type BatchDetail, getBatch } from "@/lib/server/imports/queries";
import { BatchProgress } from "./_components/batch-progress";
import { Issues } from "./_components/issues";
import { RematchForm } from "./_components/rematch-form";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ after?: string; severity?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("imports.page"))("title") };
}

async function Failure({ failure }: { failure: NonNullable<BatchDetail["failure"]> }) {
  const t = await getTranslator("imports");
  return (
    <Banner tone="danger" title={t("page.failed")}>
      {codeText(t, failure, "file.unknown")}
    </Banner>
  );
}

/** What the batch asks of its coordinator next. */
async function Next({ batch }: { batch: BatchDetail }) {
  const t = await getTranslator("imports.page");
  return (
    <>
      {batch.undecided > 0 ? (
        <Banner
          tone="waiting"
          title={t("undecided", { count: batch.undecided })}
          action={<LinkButton href="/tasks/residence">{t("choose")}</LinkButton>}
        />
      ) : null}
      {batch.ready > 0 ? (
        <Banner
          title={t("publish", { count: batch.ready })}
          action={<LinkButton href="/tasks/publications">{t("publications")}</LinkButton>}
        />
      ) : null}
    </>
  );
}

export default async function BatchPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { after, severity } = await searchParams;
  const t = await getTranslator("imports.page");
  const batch = await getBatch(id);
  const made = { unit: batch.unitName, at: formatDateTime(batch.createdAt) };
  const compared = batch.runState === "done";
  return (
    <ClientMessages namespaces={["common", "imports"]}>
      <PageHeader
        title={batch.fileName}
        lead={t("summary", made)}
        crumbs={[{ label: t("title"), href: "/imports" }, { label: batch.fileName }]}
        crumbsLabel={t("title")}
        action={
          compared ? (
            <>
              <LinkButton variant="primary" href={`/matching/${batch.runId}`}>
                {t("result")}
              </LinkButton>
              <RematchForm batchId={batch.id} label={t("rematch")} />
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        {batch.failure ? <Failure failure={batch.failure} /> : <BatchProgress batch={batch} />}
        <Next batch={batch} />
        {batch.unread.length > 0 ? (
          <p className="text-sm text-quiet">{t("unread", { columns: batch.unread.join(", ") })}</p>
        ) : null}
        {batch.encoding ? (
          <p className="text-sm text-quiet">{t("encoding", { encoding: batch.encoding })}</p>
        ) : null}
        <Issues
          batch={batch}
          severity={severity === "warning" ? "warning" : "error"}
          after={after}
        />
        <TextLink href="/imports">{t("batches")}</TextLink>
      </div>
    </ClientMessages>
  );
}
