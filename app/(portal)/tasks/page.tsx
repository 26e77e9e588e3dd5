import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { listLook } from "@/app/(portal)/_components/list-tools";
import { SearchNotice } from "@/app/(portal)/_components/search-notice";
import { wholeHref } from "@/app/(portal)/_components/view-href";
import { BulkForm } from "@/app/(portal)/tasks/_components/bulk-actions";
import { MoreLinks } from "@/app/(portal)/tasks/_components/more-links";
import { NextButton } from "@/app/(portal)/tasks/_components/next-button";
import { QuickListViews } from "@/app/(portal)/tasks/_components/quick-list-views";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { SurveyLinks } from "@/app/(portal)/tasks/_components/survey-links";
import { taskColumns } from "@/app/(portal)/tasks/_components/task-columns";
import { TaskTable } from "@/app/(portal)/tasks/_components/task-table";
import { TaskTools } from "@/app/(portal)/tasks/_components/task-tools";
import { AssignmentNotices } from "@/app/(portal)/tasks/assignment-notices";
import { listHref, type Params } from "@/components/data-table/href";
import {
  filterParams,
  isBare,
  isFiltered,
  lookParams,
  orderParams,
  queryOf,
  sortOf,
} from "@/components/data-table/list-address";
import { ListMemory } from "@/components/data-table/list-memory";
import { saysLook } from "@/components/data-table/look";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { type Actor, canAssign } from "@/lib/domain/access/actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { MOST_COUNTED } from "@/lib/server/records/figures";
import { findDefaultView } from "@/lib/server/records/saved-views";
import { listTasks } from "@/lib/server/tasks/list";
import { getListCounts, type ListCounts } from "@/lib/server/tasks/list-counts";
import { TASK_SORTS, TaskFilter } from "@/lib/server/tasks/list-filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("tasks"))("title") };
}

const TITLES = { health: true, police: true, hamlet: true, coordinator: true };

async function titleOf(role: string): Promise<string> {
  const t = await getTranslator("tasks");
  return role in TITLES ? t(`titleOf.${role as keyof typeof TITLES}`) : t("title");
}

/** What became of the task that was settled last, when there was no next one to go to. */
function said(params: Params) {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : undefined);
  return { done: one("done"), code: one("code"), on: one("on"), undo: one("undo") };
}

async function NothingHere({ filter, counts }: { filter: TaskFilter; counts: ListCounts }) {
  const t = await getTranslator("tasks.empty");
  const lists = await getTranslator("lists");
  if (filter.search) {
    return (
      <EmptyState
        icon="search"
        title={lists("empty.search")}
        action={
          <LinkButton href={`/records?search=${filter.search}`}>
            {lists("empty.records")}
          </LinkButton>
        }
      >
        {lists("empty.searchBody")}
      </EmptyState>
    );
  }
  if (isFiltered(filter)) {
    return (
      <EmptyState
        icon="filter"
        title={lists("empty.filtered")}
        action={<LinkButton href={wholeHref("tasks")}>{lists("filter.clear")}</LinkButton>}
      >
        {lists("empty.filteredBody")}
      </EmptyState>
    );
  }
  const others = counts.everybody;
  return (
    <EmptyState title={t("title")}>
      {others > 0 ? t("other", { count: others }) : t("body")}
    </EmptyState>
  );
}

async function countWords({ listed, exact }: ListCounts): Promise<string> {
  const t = await getTranslator("lists.count");
  return exact ? t("tasks", { count: listed }) : t("more", { most: MOST_COUNTED });
}

interface ListProps {
  actor: Actor;
  params: Params;
  filter: TaskFilter;
  counts: ListCounts;
}

/** The table with what can be done with many of its rows. */
async function TaskList({ actor, params, filter, counts }: ListProps) {
  const t = await getTranslator("lists");
  const { tasks, previous, next, search, lost } = await listTasks(filter);
  const look = await listLook("tasks", params, taskColumns(actor.unitLevel !== "commune"));
  const address = { ...filterParams(filter), ...lookParams(look, saysLook(params)) };
  const page = (edge: Params) => listHref("/tasks", address, edge);
  const acts = { assign: canAssign(actor), print: actor.unitLevel === "commune" };
  return (
    <>
      {lost ? <Banner>{t("lost")}</Banner> : null}
      <SearchNotice
        search={search}
        clearHref={listHref("/tasks", address, { search: undefined })}
      />
      <BulkForm
        acts={acts}
        query={queryOf(filterParams(filter))}
        count={counts.listed > 0 ? await countWords(counts) : undefined}
      >
        <TaskTable
          key={queryOf(address)}
          tasks={tasks}
          look={look}
          sort={sortOf(filter, { pathname: "/tasks", params: address, keys: TASK_SORTS })}
          pages={{
            previous: previous ? page({ before: previous }) : undefined,
            next: next ? page({ after: next }) : undefined,
            summary: await countWords(counts),
          }}
          acts={acts}
          empty={<NothingHere filter={filter} counts={counts} />}
        />
      </BulkForm>
    </>
  );
}

async function readFilter(actor: Actor, params: Params): Promise<TaskFilter> {
  if (isBare(params)) {
    const own = await findDefaultView("tasks");
    const told = queryOf(said(params));
    if (own) redirect(`/tasks?${[own, told].filter(Boolean).join("&")}`);
  }
  const filter = TaskFilter.parse(params);
  const works = actor.unitLevel === "commune";
  return works ? filter : { ...filter, view: "all" };
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslator("tasks");
  const filter = await readFilter(actor, params);
  const works = actor.unitLevel === "commune";
  const counts = await getListCounts(filter);
  const look = await listLook("tasks", params, taskColumns(!works));
  const kept = { ...orderParams(filter), ...lookParams(look, saysLook(params)) };
  return (
    <ListMemory>
      <PageHeader
        title={await titleOf(actor.role)}
        action={works ? <NextButton label={t("next")} /> : null}
      />
      {works ? <AssignmentNotices /> : null}
      {works ? <SurveyLinks /> : null}
      <QuickListViews filter={filter} counts={counts} kept={kept} works={works} />
      <ClientMessages namespaces={["common", "tasks", "moves", "lists"]}>
        <Said {...said(params)} />
        <TaskTools params={params} filter={filter} look={look} />
        <TaskList actor={actor} params={params} filter={filter} counts={counts} />
      </ClientMessages>
      <MoreLinks role={actor.role} />
    </ListMemory>
  );
}
