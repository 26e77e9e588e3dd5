import { cookies } from "next/headers";
import type { Params } from "@/components/data-table/href";
import { listHref } from "@/components/data-table/href";
import { ListSearch } from "@/components/data-table/list-search";
import { type Look, lookCookie, readLook, saysLook } from "@/components/data-table/look";
import { LookMenu } from "@/components/data-table/look-menu";
import { ViewMenu } from "@/components/data-table/view-menu";
import { getTranslator } from "@/lib/i18n/server";
import { listViews } from "@/lib/server/records/saved-views";
import { getListChoices } from "@/lib/server/tasks/list-choices";
import type { TaskFilter } from "@/lib/server/tasks/list-filter";
import { keepView, searchTasks } from "../list-actions";
import { filterParams, isFiltered, lookParams, orderParams, queryOf } from "./list-address";
import { ListFilters } from "./list-filters";
import { TASK_COLUMNS, taskColumns } from "./task-columns";

/** How the list of tasks is drawn: by its address, or as it was drawn last. */
export async function taskLook(params: Params, wide: boolean): Promise<Look> {
  const kept = (await cookies()).get(lookCookie("tasks"))?.value;
  return readLook(params, kept, taskColumns(wide));
}

async function columnOptions() {
  const t = await getTranslator("tasks.columns");
  const lists = await getTranslator("lists.columns");
  return TASK_COLUMNS.map((value) => ({
    value,
    label: value === "code" || value === "since" ? lists(value) : t(value),
  }));
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
    <div className="my-4 flex flex-col gap-3 print:hidden">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ListSearch action={searchTasks} query={queryOf({ view: "all", ...kept })} />
        <div className="flex flex-wrap gap-2">
          <LookMenu
            list="tasks"
            action="/tasks"
            params={filterParams(filter)}
            columns={await columnOptions()}
            look={look}
            remember={said}
          />
          <ViewMenu views={views} save={keepView} query={query} manageHref="/tasks/views" />
        </div>
      </div>
      <ListFilters
        filter={filter}
        hamlets={hamlets.map(option)}
        units={units.map(option)}
        params={{ view, overdue, returned, search, ...kept }}
        clearHref={isFiltered(filter) ? listHref("/tasks", kept, { view }) : undefined}
      />
    </div>
  );
}
