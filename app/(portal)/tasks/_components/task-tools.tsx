import { ListTools } from "@/app/(portal)/_components/list-tools";
import { listHref, type Params } from "@/components/data-table/href";
import {
  filterParams,
  isFiltered,
  lookParams,
  orderParams,
  sortOf,
} from "@/components/data-table/list-address";
import { type Look, saysLook } from "@/components/data-table/look";
import { getTranslator } from "@/lib/i18n/server";
import { getListChoices } from "@/lib/server/records/list-choices";
import { TASK_SORTS, type TaskFilter } from "@/lib/server/tasks/list-filter";
import { TASK_COLUMNS, type TaskColumn } from "./task-columns";
import { TaskFilters } from "./task-filters";

async function columnName(): Promise<(name: TaskColumn | "name") => string> {
  const t = await getTranslator("tasks.columns");
  const lists = await getTranslator("lists.columns");
  return (name) => (name === "code" || name === "since" ? lists(name) : t(name));
}

interface TaskToolsProps {
  params: Params;
  filter: TaskFilter;
  look: Look;
}

/** What is above the table of tasks. */
export async function TaskTools({ params, filter, look }: TaskToolsProps) {
  const { hamlets, units } = await getListChoices();
  const said = saysLook(params);
  const kept = { ...orderParams(filter), ...lookParams(look, said) };
  const nameOf = await columnName();
  const address = { ...filterParams(filter), ...kept };
  const { view, overdue, returned, search } = filter;
  return (
    <ListTools
      list="tasks"
      filter={filter}
      look={look}
      said={said}
      columns={TASK_COLUMNS.map((value) => ({ value, label: nameOf(value) }))}
      sort={sortOf(filter, { pathname: "/tasks", params: address, keys: TASK_SORTS })}
      orders={TASK_SORTS.map((key) => ({ key, label: nameOf(key) }))}
      searchIn="all"
    >
      <TaskFilters
        filter={filter}
        hamlets={hamlets}
        units={units}
        params={{ view, overdue, returned, search, ...kept }}
        clearHref={isFiltered(filter) ? listHref("/tasks", kept, { view }) : undefined}
      />
    </ListTools>
  );
}
