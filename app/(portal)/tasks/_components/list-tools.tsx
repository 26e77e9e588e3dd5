import { cookies } from "next/headers";
import { SortLinks } from "@/app/(portal)/_components/sort-links";
import type { Params } from "@/components/data-table/href";
import { listHref } from "@/components/data-table/href";
import { ListFold } from "@/components/data-table/list-fold";
import { ListSearch } from "@/components/data-table/list-search";
import { type Look, lookCookie, readLook, saysLook } from "@/components/data-table/look";
import { LookMenu } from "@/components/data-table/look-menu";
import { ViewMenu } from "@/components/data-table/view-menu";
import { getTranslator } from "@/lib/i18n/server";
import { listViews } from "@/lib/server/records/saved-views";
import { getListChoices } from "@/lib/server/tasks/list-choices";
import { TASK_SORTS, type TaskFilter } from "@/lib/server/tasks/list-filter";
import { keepView, searchTasks } from "../list-actions";
import {
  countFilters,
  filterParams,
  isFiltered,
  lookParams,
  orderParams,
  queryOf,
  sortOf,
} from "./list-address";
import { ListFilters } from "./list-filters";
import { TASK_COLUMNS, type TaskColumn, taskColumns } from "./task-columns";

/** How the list of tasks is drawn: by its address, or as it was drawn last. */
export async function taskLook(params: Params, wide: boolean): Promise<Look> {
  const kept = (await cookies()).get(lookCookie("tasks"))?.value;
  return readLook(params, kept, taskColumns(wide));
}

async function columnName(): Promise<(name: TaskColumn | "name") => string> {
  const t = await getTranslator("tasks.columns");
  const lists = await getTranslator("lists.columns");
  return (name) => (name === "code" || name === "since" ? lists(name) : t(name));
}

interface ListToolsProps {
  params: Params;
  filter: TaskFilter;
  look: Look;
}

/** What is above the table: looking for people, narrowing, columns, the officer's own views. */
export async function ListTools({ params, filter, look }: ListToolsProps) {
  const { hamlets, units } = await getListChoices();
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const said = saysLook(params);
  const kept = { ...orderParams(filter), ...lookParams(look, said) };
  const { view, overdue, returned, search } = filter;
  const t = await getTranslator("lists.filter");
  const nameOf = await columnName();
  const query = queryOf({
    ...filterParams({ ...filter, search: undefined }),
    cols: look.columns.join(","),
    density: look.density,
  });
  const views = (await listViews("tasks")).map(({ query: own, ...one }) => ({
    ...one,
    href: own ? `/tasks?${own}` : "/tasks?view=unit",
    current: own === query,
  }));
  return (
    <div className="my-4 flex flex-wrap items-start gap-x-2 gap-y-3 print:hidden">
      <div className="w-full md:w-auto md:flex-1">
        <ListSearch action={searchTasks} query={queryOf({ view: "all", ...kept })} />
      </div>
      <ListFold
        key={queryOf({ ...filterParams(filter), ...kept })}
        label={t("fold", { count: countFilters(filter) })}
      >
        <div className="flex flex-wrap gap-2">
          <LookMenu
            list="tasks"
            action="/tasks"
            params={filterParams(filter)}
            columns={TASK_COLUMNS.map((value) => ({ value, label: nameOf(value) }))}
            look={look}
            remember={said}
          />
          <ViewMenu views={views} save={keepView} query={query} manageHref="/tasks/views" />
        </div>
        <div className="w-full">
          <ListFilters
            filter={filter}
            hamlets={hamlets.map(option)}
            units={units.map(option)}
            params={{ view, overdue, returned, search, ...kept }}
            clearHref={isFiltered(filter) ? listHref("/tasks", kept, { view }) : undefined}
          />
        </div>
        <SortLinks
          sort={sortOf(filter, { ...filterParams(filter), ...kept })}
          options={TASK_SORTS.map((key) => ({ key, label: nameOf(key) }))}
        />
      </ListFold>
    </div>
  );
}
