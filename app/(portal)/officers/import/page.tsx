import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { CREATES, canDo } from "@/lib/domain/access/roles";
import { LIST_COLUMNS } from "@/lib/domain/officers/officer-list";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { ListForm } from "./_components/list-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("officers.list"))("title") };
}

export default async function OfficerListPage() {
  const role = await currentRole();
  if (!canDo(role, "officer:create")) notFound();
  const t = await getTranslator("officers");
  const roles = await getTranslator("access.role");
  const words = {
    roles: CREATES[role].map((each) => roles(each)).join(", "),
    role: roles("hamlet"),
  };
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={t("list.title")}
          lead={t("list.lead")}
          crumbs={[{ label: t("title"), href: "/officers" }, { label: t("list.title") }]}
          crumbsLabel={t("title")}
        />
      </div>
      <ClientMessages namespaces={["officers"]}>
        <ListForm
          help={
            <Card title={t("list.columnsTitle")}>
              <p className="mb-2">{t("list.columnsBody")}</p>
              <DescriptionList
                items={LIST_COLUMNS.map((column) => ({
                  term: t(`list.column.${column}`),
                  value: t(`list.columnHint.${column}`, words),
                }))}
              />
            </Card>
          }
        />
      </ClientMessages>
    </>
  );
}
