import { ListTools } from "@/app/(portal)/_components/list-tools";
import { listHref, type Params } from "@/components/data-table/href";
import { isFiltered, lookParams, orderParams } from "@/components/data-table/list-address";
import { type Look, saysLook } from "@/components/data-table/look";
import { getTranslator } from "@/lib/i18n/server";
import { getListChoices } from "@/lib/server/records/list-choices";
import type { TaskFilter } from "@/lib/server/tasks/list-filter";
import { TASK_COLUMNS } from "./task-columns";
import { TaskFilters } from "./task-filters";

async function columnOptions() {
  const t = await getTranslator("tasks.columns");
  const lists = await getTranslator("lists.columns");
  return TASK_COLUMNS.map((value) => ({
    value,
    label: value === "code" || value === "since" ? lists(value) : t(value),
  }));
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
  const { view, overdue, returned, search } = filter;
  return (
    <ListTools
      list="tasks"
      filter={filter}
      look={look}
      said={said}
      columns={await columnOptions()}
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
