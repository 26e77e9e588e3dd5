import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listUndecided, type UndecidedGroup } from "@/lib/server/tasks/residence";
import { ChoiceForm } from "./_components/choice-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("tasks.residenceChoice"))("title") };
}

async function Heading({ group }: { group: UndecidedGroup }) {
  const byName = await getTranslator("hamlets.split");
  const t = await getTranslator("tasks.residenceChoice");
  const status = await getTranslator("tasks.residence");
  const commune = group.commune ?? t("noCommune");
  const district = [group.district, group.province].filter(Boolean).join(", ");
  return (
    <div>
      <strong>{t("group", { commune, district })}</strong>
      <p className="text-sm text-quiet">
        {t("count", { count: group.records })} · {status(group.status as "split")}
      </p>
      {group.splitUnitId ? (
        <p className="text-sm">
          <TextLink href={`/tasks/residence/${group.splitUnitId}`}>{byName("link")}</TextLink>
        </p>
      ) : null}
    </div>
  );
}

export default async function ResidencePage() {
  const t = await getTranslator("tasks.residenceChoice");
  const { groups, communes } = await listUndecided();
  return (
    <ClientMessages namespaces={["common", "tasks"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        {groups.length === 0 ? <EmptyState title={t("empty")} /> : null}
        <ul className="divide-y divide-line">
          {groups.map((group) => {
            const { commune, district, province, status, splitUnitId } = group;
            const key = [commune, district, province, status, splitUnitId].join("/");
            return (
              <li key={key} className="grid gap-3 py-4 lg:grid-cols-2">
                <Heading group={group} />
                <ChoiceForm
                  group={{ commune, district, province, status, splitUnitId }}
                  communes={group.choices.length > 0 ? group.choices : communes}
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </ClientMessages>
  );
}
