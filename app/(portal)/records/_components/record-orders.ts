import type { Params } from "@/components/data-table/href";
import { sortOf } from "@/components/data-table/list-address";
import {
  hasYears,
  RECORD_SORTS,
  type RecordFilter,
  recordSort,
} from "@/lib/server/records/list-filter";

/** The orders of the list that has this address: within years of birth it has one alone. */
export function recordOrders(filter: RecordFilter, params: Params) {
  const keys = hasYears(filter) ? (["birthYear"] as const) : RECORD_SORTS;
  const asked = { sort: recordSort(filter), direction: filter.direction };
  return { keys, sort: sortOf(asked, { pathname: "/records", params, keys }) };
}
