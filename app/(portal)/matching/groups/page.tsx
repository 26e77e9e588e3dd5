import type { Metadata } from "next";
import { z } from "zod";
import { PageLinks } from "@/components/data-table/page-links";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listGroups } from "@/lib/server/matching/groups";
import { GroupCard } from "./_components/group-card";

interface PageProps {
  searchParams: Promise<{ run?: string; after?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress.run.groups"))("title") };
}

/** An address with anything else in it shows the first page. */
const Id = z.uuid().optional().catch(undefined);

export default async function GroupsPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const runId = Id.parse(asked.run);
  const after = Id.parse(asked.after);
  const t = await getTranslator("progress.run.groups");
  const runs = (await getTranslator("progress.run"))("title");
  const { groups, next } = await listGroups({ runId, after });
  const here = (edge: Record<string, string>) =>
    `/matching/groups?${new URLSearchParams({ ...(runId ? { run: runId } : {}), ...edge })}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[
          { label: runs, href: "/matching" },
          ...(runId ? [{ label: t("ofRun"), href: `/matching/${runId}` }] : []),
          { label: t("title") },
        ]}
        crumbsLabel={runs}
      />
      {groups.length === 0 ? (
        <EmptyState
          title={t("emptyTitle")}
          action={<LinkButton href="/matching">{t("back")}</LinkButton>}
        >
          {t("emptyBody")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {groups.map((group) => (
            <GroupCard key={group.id} group={group} />
          ))}
        </div>
      )}
      <ClientMessages namespaces={["common"]}>
        <PageLinks
          previous={after ? here({}) : undefined}
          next={next ? here({ after: next }) : undefined}
        />
      </ClientMessages>
    </>
  );
}
