import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SearchNotice } from "@/app/(portal)/_components/search-notice";
import { RecordTable } from "@/app/(portal)/records/_components/record-table";
import { searchRecords } from "@/app/(portal)/records/actions";
import { listHref, type Params, sortHrefs } from "@/components/data-table/href";
import { ListMemory } from "@/components/data-table/list-memory";
import { ListSearch } from "@/components/data-table/list-search";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { TaskState } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { listRecords, RecordFilter, type RecordLine } from "@/lib/server/records/list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("lists.records"))("title") };
}

async function inWords(records: RecordLine[]) {
  const outcomes = await getTranslator("matching");
  const states = await getTranslator("tasks.state");
  const lists = await getTranslator("lists");
  return records.map(({ id, code, fullName, birthYear, hamlet, unitName, outcome, taskState }) => ({
    id,
    code,
    name: fullName ?? lists("records.one.noName"),
    birthYear: birthYear ?? "–",
    hamlet: hamlet ?? "–",
    unit: unitName,
    outcome: outcome
      ? codeText(outcomes, { code: `outcome.${outcome}` }, "outcome.review")
      : lists("filter.noOutcome"),
    task: taskState ? states(taskState as TaskState) : null,
  }));
}

async function NothingHere({ searched }: { searched: boolean }) {
  const t = await getTranslator("lists.empty");
  if (!searched) return <EmptyState icon="records" title={t("noRecords")} />;
  return (
    <EmptyState icon="search" title={t("searchRecords")}>
      {t("searchRecordsBody")}
    </EmptyState>
  );
}

/** Records of the area: looked up, or read through in the order of a register. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const filter = RecordFilter.parse(await searchParams);
  const t = await getTranslator("lists");
  const { records, previous, next, search, lost } = await listRecords(filter);
  const { after: _, before: __, ...address } = filter;
  const page = (edge: Params) => listHref("/records", address, edge);
  const sort = { key: "name", direction: filter.direction ?? ("asc" as const) };
  return (
    <ListMemory>
      <PageHeader title={t("records.title")} lead={t("records.lead")} />
      <ClientMessages namespaces={["common", "tasks", "lists"]}>
        <div className="mb-4">
          <ListSearch action={searchRecords} query="" />
        </div>
        {lost ? <Banner>{t("lost")}</Banner> : null}
        <SearchNotice search={search} clearHref="/records" />
        <RecordTable
          rows={await inWords(records)}
          wide={actor.unitLevel !== "commune"}
          sort={{
            ...sort,
            hrefs: sortHrefs({ pathname: "/records", params: address, sort }, ["name"]),
          }}
          pages={{
            previous: previous ? page({ before: previous }) : undefined,
            next: next ? page({ after: next }) : undefined,
          }}
          empty={<NothingHere searched={search !== null} />}
        />
      </ClientMessages>
    </ListMemory>
  );
}
