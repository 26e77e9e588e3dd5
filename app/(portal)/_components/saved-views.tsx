import { BackToList } from "@/components/data-table/list-memory";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { type ListName, listViews } from "@/lib/server/records/saved-views";
import { viewHref } from "./view-href";
import { ViewRow } from "./view-row";

/** The officer's own views of a list, to be renamed, opened first and removed. */
export async function SavedViews({ list }: { list: ListName }) {
  const t = await getTranslator("lists.saved");
  const views = await listViews(list);
  const back = t(`backTo.${list}`);
  return (
    <BackToList list={`/${list}`}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: back, href: `/${list}` }, { label: t("title") }]}
        crumbsLabel={back}
      />
      <ClientMessages namespaces={["common", "lists"]}>
        {views.length === 0 ? <EmptyState icon="filter" title={t("none")} /> : null}
        <ul className="max-w-4xl divide-y divide-line">
          {views.map(({ query, ...view }) => (
            <ViewRow
              key={`${view.id} ${view.name}`}
              view={{ ...view, href: viewHref(list, query) }}
            />
          ))}
        </ul>
      </ClientMessages>
    </BackToList>
  );
}
