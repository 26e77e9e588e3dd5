import type { Metadata } from "next";
import { listHref } from "@/components/data-table/href";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { TextLink } from "@/components/ui/text-link";
import { BULK_RULES } from "@/lib/domain/tasks/bulk-rules";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type ClusterDetail, getCluster, type SampleRow } from "@/lib/server/tasks/bulk/sample";
import { refusalWords, ruleWords } from "../_components/rule-words";
import { changedRow } from "./_components/changed-row";
import type { SampleView } from "./_components/sample-card";
import { SampleForm } from "./_components/sample-form";

interface PageProps {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ rule?: string; seed?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("clusters"))("title") };
}

async function viewOf(row: SampleRow, { key, rule }: ClusterDetail): Promise<SampleView> {
  const others = row.rows.filter((one) => one.field !== key.field);
  return {
    taskId: row.taskId,
    code: row.code,
    name: row.fullName ?? row.code,
    place: [row.hamlet, row.unitName].filter(Boolean).join(", "),
    changed: await changedRow(row.rows, key.field),
    replaces: BULK_RULES[rule].takes === "registry",
    harmless: others.filter((one) => one.harmless).length,
    refusal: row.refusal ? await refusalWords(row.refusal) : null,
  };
}

/** How many, whose, and since when. */
async function leadOf(cluster: ClusterDetail): Promise<string> {
  const t = await getTranslator("clusters");
  const { key, count, units, unitName, since } = cluster;
  const where =
    units > 1 ? t("where.many", { count, units }) : t("where.one", { count, unit: unitName ?? "" });
  if (key.kind !== "batch" || !since) return where;
  return `${where}, ${t("common.batch", { date: formatDate(since) })}`;
}

async function RuleViews({ path, cluster }: { path: string; cluster: ClusterDetail }) {
  const t = await getTranslator("clusters");
  if (cluster.rules.length < 2) return null;
  const views = cluster.rules.map((rule) => ({
    href: listHref(path, {}, { rule }),
    label: t(`ruleShort.${rule}`),
    current: rule === cluster.rule,
  }));
  return <QuickViews label={t("ruleLabel")} views={views} />;
}

/** What applying would do, so that nobody presses a button for hundreds without knowing. */
async function Will({ cluster }: { cluster: ClusterDetail }) {
  const t = await getTranslator("clusters.will");
  const { force } = BULK_RULES[cluster.rule];
  return (
    <Card title={t("title")}>
      <ul className="flex max-w-reading list-disc flex-col gap-1 pl-5">
        <li>{t(force)}</li>
        <li>{t("skip")}</li>
        <li>{t("batch")}</li>
      </ul>
    </Card>
  );
}

async function Blocked({ bulkId }: { bulkId: string }) {
  const t = await getTranslator("clusters.blocked");
  return (
    <Banner tone="danger" title={t("title")}>
      {t("body")} <TextLink href={`/tasks/clusters/runs/${bulkId}`}>{t("link")}</TextLink>
    </Banner>
  );
}

async function Sample({ clusterKey, cluster }: { clusterKey: string; cluster: ClusterDetail }) {
  const t = await getTranslator("clusters");
  const { sample, rule, seed, mayApply, blockedBy } = cluster;
  if (sample.length === 0) return <EmptyState title={t("sample.none")} />;
  const rows = await Promise.all(sample.map((row) => viewOf(row, cluster)));
  const asks = mayApply && blockedBy === null;
  const force = t(`force.${cluster.key.force}`);
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">{t("sample.title", { count: sample.length })}</h2>
      <p>{mayApply ? t("sample.lead") : t("sample.watch", { force })}</p>
      <SampleForm clusterKey={clusterKey} rule={rule} seed={seed} rows={rows} mayApply={asks} />
    </section>
  );
}

export default async function ClusterPage({ params, searchParams }: PageProps) {
  const { key } = await params;
  const { rule = null, seed = null } = await searchParams;
  const cluster = await getCluster({ key, rule, seed });
  const t = await getTranslator("clusters");
  const title = await ruleWords({ ...cluster.key, rule: cluster.rule });
  return (
    <ClientMessages namespaces={["common", "clusters"]}>
      <PageHeader
        title={title}
        lead={await leadOf(cluster)}
        crumbs={[{ label: t("title"), href: "/tasks/clusters" }, { label: t("groups") }]}
        crumbsLabel={t("title")}
      />
      <div className="flex flex-col gap-6">
        <RuleViews path={`/tasks/clusters/${key}`} cluster={cluster} />
        {cluster.blockedBy ? <Blocked bulkId={cluster.blockedBy} /> : null}
        <Will cluster={cluster} />
        <Sample clusterKey={key} cluster={cluster} />
      </div>
    </ClientMessages>
  );
}
