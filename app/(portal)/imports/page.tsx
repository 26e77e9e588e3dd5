import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listBatches } from "@/lib/server/imports/queries";
import { BatchTable } from "./_components/batch-table";
import { UploadForm } from "./_components/upload-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("imports.page"))("title") };
}

interface PageProps {
  searchParams: Promise<{ refused?: string }>;
}

export default async function ImportsPage({ searchParams }: PageProps) {
  const { refused } = await searchParams;
  const t = await getTranslator("imports.page");
  const batches = await listBatches();
  return (
    <ClientMessages namespaces={["common", "imports"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={<LinkButton href="/tasks/publications">{t("publications")}</LinkButton>}
      />
      <div className="flex flex-col gap-6">
        <Card title={t("upload")}>
          <UploadForm refused={refused} />
        </Card>
        <Card title={t("batches")} flush>
          <BatchTable
            batches={batches}
            empty={<EmptyState icon="imports" title={t("noBatches")} />}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}
