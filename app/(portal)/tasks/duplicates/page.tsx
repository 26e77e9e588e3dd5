import type { Metadata } from "next";
import { z } from "zod";
import { PageLinks } from "@/components/data-table/page-links";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { listApart } from "@/lib/server/tasks/duplicates/apart-queries";
import { type GroupLine, listDuplicateGroups } from "@/lib/server/tasks/duplicates/queries";
import { ApartList } from "./_components/apart-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("duplicates"))("title") };
}

/** An address with anything else in it shows the first page. */
const Id = z.uuid().optional().catch(undefined);

async function Group({ group }: { group: GroupLine }) {
  const t = await getTranslator("duplicates");
  const names = group.records.map((one) => `${one.code} · ${one.fullName ?? t("noName")}`);
  if (group.elsewhere > 0) names.push(t("elsewhere", { count: group.elsewhere }));
  return (
    <Card
      title={t(`kind.${group.kind}`, { count: group.here + group.elsewhere })}
      action={
        <LinkButton href={`/tasks/duplicates/${group.id}`} prefetch={false}>
          {t("open")}
        </LinkButton>
      }
    >
      <ul className="flex flex-col gap-1">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Card>
  );
}

/** What was decided, where it can be taken back. */
async function Decided() {
  const mayUndo = canDo(await currentRole(), "duplicate:merge");
  return (
    <div className="mt-8">
      <ApartList lines={await listApart()} mayUndo={mayUndo} />
    </div>
  );
}

/** Groups of records of the officer's area that may be one person's. */
export default async function DuplicatesPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string; apart?: string }>;
}) {
  const { after: from, apart } = await searchParams;
  const after = Id.parse(from);
  const t = await getTranslator("duplicates");
  const { groups, next } = await listDuplicateGroups(after);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("tasks"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("tasks")}
      />
      {apart ? (
        <div className="mb-4">
          <Banner tone="settled" live>
            {t("done.apart")}
          </Banner>
        </div>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {groups.map((group) => (
            <Group key={group.id} group={group} />
          ))}
        </div>
      )}
      <ClientMessages namespaces={["common", "duplicates"]}>
        <PageLinks
          previous={after ? "/tasks/duplicates" : undefined}
          next={next ? `/tasks/duplicates?after=${next}` : undefined}
        />
        {after ? null : <Decided />}
      </ClientMessages>
    </>
  );
}
