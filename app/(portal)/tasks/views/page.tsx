import type { Metadata } from "next";
import { BackToList } from "@/components/data-table/list-memory";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { listViews } from "@/lib/server/records/saved-views";
import { ViewRow } from "./_components/view-row";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("lists.saved"))("title") };
}

/** The officer's own views of the list of tasks. */
export default async function ViewsPage() {
  const t = await getTranslator("lists.saved");
  const views = await listViews("tasks");
  return (
    <BackToList list="/tasks">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <ClientMessages namespaces={["common", "lists"]}>
        {views.length === 0 ? <EmptyState icon="filter" title={t("none")} /> : null}
        <ul className="max-w-4xl divide-y divide-line">
          {views.map((view) => (
            <ViewRow key={`${view.id} ${view.name}`} view={view} />
          ))}
        </ul>
      </ClientMessages>
    </BackToList>
  );
}
