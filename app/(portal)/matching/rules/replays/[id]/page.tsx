import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { TextLink } from "@/components/ui/text-link";
import { REPLAY_VERDICTS, type ReplayVerdict } from "@/lib/domain/matching/replay";
import type { DifferenceClass, IdentityField, Outcome } from "@/lib/domain/matching/vocabulary";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import {
  listReplayLines,
  ReplayFilter,
  type ReplayLine,
} from "@/lib/server/matching/replay-queries";
import { type LineRow, LineTable } from "./_components/line-table";

type Params = Record<string, string | string[] | undefined>;

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Params>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("rules.replay.list"))("title") };
}

async function rowsOf(lines: readonly ReplayLine[]): Promise<LineRow[]> {
  const t = await getTranslator("rules.replay");
  const m = await getTranslator("matching");
  return lines.map((line) => {
    const difference = m(`classShort.${line.mainClass as DifferenceClass}`);
    const field = line.mainField ? m(`field.${line.mainField as IdentityField}`) : null;
    return {
      id: line.recordId,
      code: line.code,
      unit: line.unit,
      difference: field ? `${field}: ${difference}` : difference,
      outcome: t("list.arrow", {
        before: m(`outcome.${line.beforeOutcome as Outcome}`),
        after: m(`outcome.${line.afterOutcome as Outcome}`),
      }),
      verdict: t(`verdict.${line.verdict as ReplayVerdict}`),
      task: t(line.open ? "list.isOpen" : "list.isClosed"),
      taskId: line.taskId,
    };
  });
}

async function Views({
  path,
  params,
  filter,
}: {
  path: string;
  params: Params;
  filter: ReplayFilter;
}) {
  const t = await getTranslator("rules.replay");
  const view = (verdict?: ReplayVerdict) =>
    listHref(path, params, { verdict, mainClass: undefined, after: undefined, before: undefined });
  return (
    <QuickViews
      label={t("list.views")}
      views={[
        { href: view(), label: t("list.all"), current: !filter.verdict },
        ...REPLAY_VERDICTS.map((verdict) => ({
          href: view(verdict),
          label: t(`verdictShort.${verdict}`),
          current: filter.verdict === verdict,
        })),
      ]}
    />
  );
}

async function ClassFilter({
  path,
  params,
  filter,
}: {
  path: string;
  params: Params;
  filter: ReplayFilter;
}) {
  const t = await getTranslator("rules.replay.list");
  const classes = await getTranslator("matching.class");
  if (!filter.mainClass) return null;
  return (
    <p>
      {t("ofClass", { class: classes(filter.mainClass) })} ·{" "}
      <TextLink
        href={listHref(path, params, { mainClass: undefined, after: undefined, before: undefined })}
      >
        {t("clearClass")}
      </TextLink>
    </p>
  );
}

/** A shadow run record by record, narrowed by what would change. */
export default async function ReplayPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const search = await searchParams;
  const filter = ReplayFilter.parse(search);
  const page = await listReplayLines({ replayId: id.data, filter });
  const room = await getTranslator("rules");
  const t = await getTranslator("rules.replay.list");
  const path = `/matching/rules/replays/${id.data}`;
  const version = page.modelVersion;
  const href = (changes: Params) =>
    listHref(path, search, { after: undefined, before: undefined, ...changes });
  const pages = {
    previous: page.previous ? href({ before: page.previous }) : undefined,
    next: page.next ? href({ after: page.next }) : undefined,
  };
  return (
    <ClientMessages namespaces={["common", "rules"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead", { version, base: page.baseVersion })}
        crumbs={[
          { label: room("title"), href: "/matching/rules" },
          {
            label: room("version.title", { version }),
            href: `/matching/rules/versions/${encodeURIComponent(version)}`,
          },
          { label: t("title") },
        ]}
        crumbsLabel={room("back")}
      />
      <div className="flex flex-col gap-4">
        <Views path={path} params={search} filter={filter} />
        <ClassFilter path={path} params={search} filter={filter} />
        <Card flush className="max-md:border-0 max-md:bg-transparent">
          <LineTable
            rows={await rowsOf(page.rows)}
            pages={pages}
            oneVerdict={filter.verdict !== undefined}
            empty={<EmptyState icon="search" title={t("empty")} />}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}
