import type { Metadata } from "next";
import { listHref } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type QuickView, QuickViews } from "@/components/ui/quick-views";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { countByState, countTasks, listTasks, TaskFilter } from "@/lib/server/tasks/list";
import { MoreLinks } from "./_components/more-links";
import { NextButton } from "./_components/next-button";
import { Said } from "./_components/said";
import { SurveyLinks } from "./_components/survey-links";
import { TaskTable } from "./_components/task-table";
import { AssignmentNotices } from "./assignment-notices";

type Params = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("tasks"))("title") };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** `works`: whoever has tasks of their own. */
async function quickViews(
  filter: TaskFilter,
  params: Params,
  works: boolean,
): Promise<QuickView[]> {
  const t = await getTranslator("tasks");
  const words = await getTranslator("common.compare.class");
  const moves = await getTranslator("moves");
  const locale = await getLocale();
  const counts = await countTasks();
  const total = counts.reduce((sum, one) => sum + one.n, 0);
  const mine = counts.reduce((sum, one) => sum + one.mine, 0);
  const view = (changes: Params) => listHref("/tasks", params, changes);
  const plain = !filter.mainClass && !filter.state;
  const waiting = (await countByState()).find((one) => one.state === "waiting");
  return [
    {
      href: view({ view: "unit", mainClass: undefined, state: undefined }),
      label: t("views.all"),
      count: formatNumber(total, 0, locale),
      current: plain && !(works && filter.view === "mine"),
    },
    ...(works
      ? [
          {
            href: view({ view: "mine", mainClass: undefined, state: undefined }),
            label: t("views.mine"),
            count: formatNumber(mine, 0, locale),
            current: plain && filter.view === "mine",
          },
        ]
      : []),
    ...(waiting
      ? [
          {
            href: view({ view: "mine", mainClass: undefined, state: "waiting" }),
            label: moves("view"),
            count: formatNumber(waiting.mine, 0, locale),
            current: filter.state === "waiting",
          },
        ]
      : []),
    ...counts.map(({ mainClass, n }) => ({
      href: view({ mainClass }),
      label: capital(words(mainClass as DifferenceClass)),
      count: formatNumber(n, 0, locale),
      current: filter.mainClass === mainClass,
    })),
  ];
}

/** What became of the task that was settled last, when there was no next one to go to. */
function said(params: Params) {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : undefined);
  return { done: one("done"), code: one("code"), on: one("on"), undo: one("undo") };
}

async function NothingHere({ filtered }: { filtered: boolean }) {
  const t = await getTranslator("tasks.empty");
  const others = (await countByState()).reduce((sum, state) => sum + state.n, 0);
  if (filtered) return <EmptyState icon="filter" title={t("filtered")} />;
  return (
    <EmptyState title={t("title")}>
      {others > 0 ? t("other", { count: others }) : t("body")}
    </EmptyState>
  );
}

export default async function TasksPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const filter = TaskFilter.parse(params);
  const t = await getTranslator("tasks");
  const role = await currentRole();
  const works = role === "health" || role === "police" || role === "hamlet";
  const { tasks, next } = await listTasks(works ? filter : { ...filter, view: "all" });
  const title = role in TITLES ? t(`titleOf.${role as keyof typeof TITLES}`) : t("title");
  return (
    <>
      <PageHeader title={title} action={works ? <NextButton label={t("next")} /> : null} />
      {works ? <AssignmentNotices /> : null}
      {works ? <SurveyLinks /> : null}
      <QuickViews label={t("views.label")} views={await quickViews(filter, params, works)} />
      <ClientMessages namespaces={["common", "tasks", "moves"]}>
        <Said {...said(params)} />
        <TaskTable
          tasks={tasks}
          showUnit={!works}
          next={next ? listHref("/tasks", params, { after: next }) : undefined}
          empty={<NothingHere filtered={Boolean(filter.mainClass ?? filter.state)} />}
        />
      </ClientMessages>
      <MoreLinks role={role} />
    </>
  );
}

const TITLES = { health: true, police: true, hamlet: true, coordinator: true };
