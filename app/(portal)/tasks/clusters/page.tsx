import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bulkRulesFor } from "@/lib/domain/tasks/bulk-rules";
import { writeClusterKey } from "@/lib/domain/tasks/cluster";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate, formatDateTime, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { type ClusterLine, type Clusters, listClusters } from "@/lib/server/tasks/bulk/clusters";
import { type BulkSummary, listBulks } from "@/lib/server/tasks/bulk/queries";
import { BulkTable, type BulkTableRow } from "./_components/bulk-table";
import { type ClusterRow, ClusterTable } from "./_components/cluster-table";
import { bulkWords, ruleWords } from "./_components/rule-words";
import { BULK_TONES, stateWords } from "./_components/run-state";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("clusters"))("title") };
}

/** What the tasks have in common besides the difference, and whose they are. */
async function commonWords(cluster: ClusterLine): Promise<string> {
  const t = await getTranslator("clusters");
  const { kind, count, units, unitName: unit } = cluster;
  const common = t(`common.${kind}`, {
    date: formatDate(cluster.since),
    facility: cluster.facility ?? "",
    phone: cluster.phone ?? "",
  });
  return `${common}; ${units === 1 ? t("where.one", { count, unit }) : t("where.many", { count, units })}`;
}

async function clusterRow(cluster: ClusterLine): Promise<ClusterRow> {
  const t = await getTranslator("clusters");
  const [rule = "takeRegistry"] = bulkRulesFor(cluster.force, cluster);
  return {
    key: writeClusterKey(cluster),
    rule: await ruleWords({ ...cluster, rule }),
    common: await commonWords(cluster),
    count: formatNumber(cluster.count, 0, await getLocale()),
    force: t(`force.${cluster.force}`),
  };
}

async function bulkRow(bulk: BulkSummary): Promise<BulkTableRow> {
  return {
    id: bulk.id,
    rule: await bulkWords(bulk),
    state: await stateWords(bulk),
    tone: BULK_TONES[bulk.state],
    count: bulk.total > 0 ? formatNumber(bulk.total, 0, await getLocale()) : "–",
    by: bulk.createdBy,
    at: formatDateTime(bulk.createdAt),
  };
}

async function NoClusters({ least, silent }: Pick<Clusters, "least" | "silent">) {
  const t = await getTranslator("clusters.empty");
  return <EmptyState title={t("title", { least })}>{silent ? t("silent") : t("body")}</EmptyState>;
}

export default async function ClustersPage() {
  const t = await getTranslator("clusters");
  const { clusters, least, silent } = await listClusters();
  const bulks = await listBulks();
  const looksOn = (await currentRole()) === "coordinator";
  return (
    <ClientMessages namespaces={["common", "clusters"]}>
      <PageHeader
        title={t("title")}
        lead={t(looksOn ? "leadCoordinator" : "lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <div className="flex flex-col gap-6">
        <Card title={t("groups")} flush className="max-md:border-0 max-md:bg-transparent">
          <ClusterTable
            rows={await Promise.all(clusters.map(clusterRow))}
            showForce={looksOn}
            empty={<NoClusters least={least} silent={silent} />}
          />
        </Card>
        <Card title={t("runs.title")} flush className="max-md:border-0 max-md:bg-transparent">
          <BulkTable
            rows={await Promise.all(bulks.map(bulkRow))}
            empty={<EmptyState title={t("runs.none")} />}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}
