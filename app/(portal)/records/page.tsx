import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { listLook } from "@/app/(portal)/_components/list-tools";
import { SearchNotice } from "@/app/(portal)/_components/search-notice";
import { wholeHref } from "@/app/(portal)/_components/view-href";
import { QuickRecordViews } from "@/app/(portal)/records/_components/quick-record-views";
import { recordColumns } from "@/app/(portal)/records/_components/record-columns";
import { recordOrders } from "@/app/(portal)/records/_components/record-orders";
import { RecordTable } from "@/app/(portal)/records/_components/record-table";
import { RecordTools } from "@/app/(portal)/records/_components/record-tools";
import { standingWords } from "@/app/(portal)/records/_components/standing-words";
import { listHref, type Params } from "@/components/data-table/href";
import {
  filterParams,
  isBare,
  isFiltered,
  lookParams,
  orderParams,
  queryOf,
} from "@/components/data-table/list-address";
import { ListMemory } from "@/components/data-table/list-memory";
import { type Look, saysLook } from "@/components/data-table/look";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { TaskState } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { MOST_COUNTED } from "@/lib/server/records/figures";
import {
  type RecordsPage as Listed,
  listRecords,
  type RecordLine,
} from "@/lib/server/records/list";
import { RecordFilter } from "@/lib/server/records/list-filter";
import { findDefaultView } from "@/lib/server/records/saved-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("lists.records"))("title") };
}

async function inWords(records: RecordLine[]) {
  const words = await standingWords();
  const states = await getTranslator("tasks.state");
  const lists = await getTranslator("lists");
  return records.map(({ id, code, fullName, birthYear, hamlet, unitName, outcome, taskState }) => ({
    id,
    code,
    name: fullName ?? lists("records.one.noName"),
    birthYear: birthYear ?? "–",
    hamlet: hamlet ?? "–",
    unit: unitName,
    outcome: words(outcome ?? "none"),
    task: taskState ? states(taskState as TaskState) : null,
  }));
}

async function NothingHere({ filter, sparse }: { filter: RecordFilter; sparse: boolean }) {
  const t = await getTranslator("lists");
  const clear = <LinkButton href={wholeHref("records")}>{t("filter.clear")}</LinkButton>;
  if (sparse) {
    return (
      <EmptyState icon="filter" title={t("empty.sparseRecords")} action={clear}>
        {t("empty.sparseRecordsBody")}
      </EmptyState>
    );
  }
  if (isFiltered({ ...filter, search: undefined })) {
    return (
      <EmptyState icon="filter" title={t("empty.filteredRecords")} action={clear}>
        {t("empty.filteredRecordsBody")}
      </EmptyState>
    );
  }
  if (!filter.search) return <EmptyState icon="records" title={t("empty.noRecords")} />;
  return (
    <EmptyState icon="search" title={t("empty.searchRecords")}>
      {t("empty.searchRecordsBody")}
    </EmptyState>
  );
}

async function countWords({ count }: Listed): Promise<string | undefined> {
  const t = await getTranslator("lists.count");
  if (!count) return undefined;
  return count.exact ? t("records", { count: count.n }) : t("moreRecords", { most: MOST_COUNTED });
}

/** The table with its order and pages. */
async function RecordList({
  filter,
  look,
  said,
}: {
  filter: RecordFilter;
  look: Look;
  said: boolean;
}) {
  const t = await getTranslator("lists");
  const page = await listRecords(filter);
  const { records, previous, next, search, lost, sparse } = page;
  const address = { ...filterParams(filter), ...lookParams(look, said) };
  const edge = (changes: Params) => listHref("/records", address, changes);
  return (
    <>
      {lost ? <Banner>{t("lost")}</Banner> : null}
      <SearchNotice search={search} clearHref={edge({ search: undefined })} />
      <RecordTable
        key={queryOf(address)}
        rows={await inWords(records)}
        look={look}
        sort={recordOrders(filter, address).sort}
        pages={{
          previous: previous ? edge({ before: previous }) : undefined,
          next: next ? edge({ after: next }) : undefined,
          summary: await countWords(page),
        }}
        empty={<NothingHere filter={filter} sparse={sparse} />}
      />
    </>
  );
}

/** Records of the area: looked up, or narrowed and read through in an order. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const own = isBare(params) ? await findDefaultView("records") : null;
  if (own) redirect(`/records?${own}`);
  const filter = RecordFilter.parse(params);
  const t = await getTranslator("lists.records");
  const nav = await getTranslator("shell.nav");
  const look = await listLook("records", params, recordColumns(actor.unitLevel !== "commune"));
  const said = saysLook(params);
  return (
    <ListMemory>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: nav("tasks"), href: "/tasks" }, { label: nav("records") }]}
        crumbsLabel={nav("tasks")}
      />
      <QuickRecordViews
        filter={filter}
        kept={{ ...orderParams(filter), ...lookParams(look, said) }}
      />
      <ClientMessages namespaces={["common", "tasks", "lists"]}>
        <RecordTools params={params} filter={filter} look={look} />
        <RecordList filter={filter} look={look} said={said} />
      </ClientMessages>
    </ListMemory>
  );
}
