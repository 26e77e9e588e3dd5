import type { Metadata } from "next";
import { z } from "zod";
import { listHref, type Params } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type GroupsPage as Groups, listGroup, listGroups } from "@/lib/server/progress/groups";
import type { FoundUnit } from "@/lib/server/units/find-units";
import { UnitFinder } from "../_components/unit-finder";
import { CommuneList } from "./_components/commune-list";
import { GroupList } from "./_components/group-list";

interface PageProps {
  searchParams: Promise<Params>;
}

const Text = z.string().max(100).optional().catch(undefined);
const Asked = z.object({ unit: Text, in: Text, find: Text });

const HERE = "/progress/groups";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("compare.groups"))("title") };
}

/** A province has groups of its own; a commune has its page. */
const found = ({ id, level }: FoundUnit) =>
  listHref(level === "province" ? HERE : "/progress", {}, { unit: id });

/** A commune is not divided: what can be seen of it is on its own page. */
async function Undivided({ unit }: Groups) {
  const t = await getTranslator("compare.groups");
  const action = (
    <LinkButton href={listHref("/progress", {}, { unit: unit.id })}>{t("toProgress")}</LinkButton>
  );
  return (
    <Card>
      <EmptyState icon="units" title={t("undivided")} action={action}>
        {t("undividedBody")}
      </EmptyState>
    </Card>
  );
}

async function OneGroup({ unit, group }: { unit: string | undefined; group: string }) {
  const t = await getTranslator("compare.groups");
  const page = await listGroup({ unit, group });
  const { name, above } = page.group;
  const crumbs = [
    { label: t("progress"), href: listHref("/progress", {}, { unit: page.unit.id }) },
    { label: t("title"), href: listHref(HERE, {}, { unit: page.unit.id }) },
    { label: name },
  ];
  return (
    <>
      <PageHeader
        title={above ? t("groupTitle", { group: name, above }) : name}
        lead={t("groupLead", { communes: page.communes.length, at: formatDateTime(page.at) })}
        crumbs={crumbs}
        crumbsLabel={t("progress")}
      />
      <div className="flex flex-col gap-6">
        <CommuneList page={page} />
      </div>
    </>
  );
}

export default async function GroupsPage({ searchParams }: PageProps) {
  const { unit, in: group, find } = Asked.parse(await searchParams);
  if (group) return <OneGroup unit={unit} group={group} />;
  const t = await getTranslator("compare.groups");
  const page = await listGroups(unit);
  const { level, name, id } = page.unit;
  return (
    <>
      <PageHeader
        title={t("titleOf", { unit: name })}
        lead={t(level === "nation" ? "leadNation" : "lead", { at: formatDateTime(page.at) })}
        crumbs={[
          { label: t("progress"), href: listHref("/progress", {}, { unit: id }) },
          { label: t("title") },
        ]}
        crumbsLabel={t("progress")}
      />
      <div className="flex flex-col gap-6">
        {level === "commune" ? <Undivided {...page} /> : null}
        {level === "commune" ? null : (
          <UnitFinder
            pathname={HERE}
            params={{ unit: id }}
            find={find}
            label={t("find")}
            hrefOf={found}
          />
        )}
        {page.groups.length > 0 ? <GroupList page={page} /> : null}
      </div>
    </>
  );
}
