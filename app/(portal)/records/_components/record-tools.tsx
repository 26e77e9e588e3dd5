import { ListTools } from "@/app/(portal)/_components/list-tools";
import { wholeHref } from "@/app/(portal)/_components/view-href";
import { listHref, type Params } from "@/components/data-table/href";
import {
  filterParams,
  isFiltered,
  lookParams,
  orderParams,
} from "@/components/data-table/list-address";
import { type Look, saysLook } from "@/components/data-table/look";
import { getTranslator } from "@/lib/i18n/server";
import { getListChoices } from "@/lib/server/records/list-choices";
import type { RecordFilter } from "@/lib/server/records/list-filter";
import { RECORD_COLUMNS, type RecordColumn } from "./record-columns";
import { RecordFilters } from "./record-filters";
import { recordOrders } from "./record-orders";
import { standingOptions } from "./standing-words";

async function columnName(): Promise<(name: RecordColumn | "name") => string> {
  const t = await getTranslator("tasks.columns");
  const lists = await getTranslator("lists.columns");
  return (name) =>
    name === "code" || name === "outcome" || name === "task" ? lists(name) : t(name);
}

interface RecordToolsProps {
  params: Params;
  filter: RecordFilter;
  look: Look;
}

/** What is above the table of records. */
export async function RecordTools({ params, filter, look }: RecordToolsProps) {
  const { hamlets, units } = await getListChoices();
  const said = saysLook(params);
  const kept = { ...orderParams(filter), ...lookParams(look, said) };
  const nameOf = await columnName();
  const { keys, sort } = recordOrders(filter, { ...filterParams(filter), ...kept });
  const cleared = filter.sort || said ? listHref("/records", kept, {}) : wholeHref("records");
  return (
    <ListTools
      list="records"
      filter={filter}
      look={look}
      said={said}
      columns={RECORD_COLUMNS.map((value) => ({ value, label: nameOf(value) }))}
      sort={sort}
      orders={keys.map((key) => ({ key, label: nameOf(key) }))}
    >
      <RecordFilters
        filter={filter}
        standings={await standingOptions()}
        hamlets={hamlets}
        units={units}
        params={{ search: filter.search, ...kept }}
        clearHref={isFiltered(filter) ? cleared : undefined}
      />
    </ListTools>
  );
}
