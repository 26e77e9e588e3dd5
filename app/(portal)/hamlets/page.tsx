import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { listCommunes, listHamlets } from "@/lib/server/tasks/hamlet-queries";
import { AddForm } from "./_components/add-form";
import { HamletList } from "./_components/hamlet-list";
import { RuleList } from "./_components/rule-list";
import { Unplaced } from "./_components/unplaced";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("hamlets"))("title") };
}

/** Whoever looks after several communes chooses one first. */
async function Communes() {
  const t = await getTranslator("hamlets");
  const communes = await listCommunes();
  return (
    <>
      <PageHeader title={t("title")} lead={t("pick.lead")} />
      <Card title={t("pick.title")}>
        {communes.length === 0 ? <EmptyState title={t("pick.empty")} /> : null}
        <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {communes.map(({ id, name, hamlets }) => (
            <li key={id}>
              <TextLink href={`/hamlets?unit=${id}`}>{name}</TextLink>{" "}
              <span className="text-sm text-quiet">{t("pick.count", { count: hamlets })}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

async function Hamlets({ unit, several }: { unit: string | null; several: boolean }) {
  const t = await getTranslator("hamlets");
  const page = await listHamlets(unit);
  const { name } = page.commune;
  const above = several ? [{ label: t("crumb"), href: "/hamlets" }] : [];
  // Without a hamlet there is nowhere to put a name: naming them comes first.
  const named = page.hamlets.length > 0;
  const add = (
    <Card title={t("add.title")} className="reading w-full">
      <AddForm unitId={page.commune.id} />
    </Card>
  );
  return (
    <ClientMessages namespaces={["common", "hamlets"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[...above, { label: name }]}
        crumbsLabel={t("crumb")}
      />
      <div className="flex flex-col gap-6">
        {named ? null : add}
        <Unplaced page={page} />
        <HamletList page={page} />
        {named ? add : null}
        <RuleList page={page} />
      </div>
    </ClientMessages>
  );
}

export default async function HamletsPage({
  searchParams,
}: {
  searchParams: Promise<{ unit?: string | string[] }>;
}) {
  const asked = (await searchParams).unit;
  const unit = typeof asked === "string" ? asked : null;
  const several = (await currentActor())?.unitLevel !== "commune";
  return several && !unit ? <Communes /> : <Hamlets unit={unit} several={several} />;
}
