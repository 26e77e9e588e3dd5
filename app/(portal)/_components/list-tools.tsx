import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { keepView, searchList } from "@/app/(portal)/list-actions";
import type { Params } from "@/components/data-table/href";
import {
  countFilters,
  filterParams,
  type SortLinks as Links,
  type ListFilter,
  lookParams,
  orderParams,
  queryOf,
} from "@/components/data-table/list-address";
import { ListFold } from "@/components/data-table/list-fold";
import { ListSearch } from "@/components/data-table/list-search";
import { type Look, lookCookie, readLook, type Shown } from "@/components/data-table/look";
import { LookMenu } from "@/components/data-table/look-menu";
import { ViewMenu } from "@/components/data-table/view-menu";
import type { SelectOption } from "@/components/ui/select";
import { viewQuery } from "@/lib/domain/records/view-query";
import { getTranslator } from "@/lib/i18n/server";
import { type ListName, listViews } from "@/lib/server/records/saved-views";
import { SortLinks } from "./sort-links";
import { viewHref } from "./view-href";

/** How a list is drawn: by its address, or as it was drawn last. */
export async function listLook(list: ListName, params: Params, shown: Shown): Promise<Look> {
  const kept = (await cookies()).get(lookCookie(list))?.value;
  return readLook(params, kept, shown);
}

interface ListToolsProps {
  list: ListName;
  filter: ListFilter;
  look: Look;
  /** the address itself says how the list is drawn */
  said: boolean;
  columns: readonly SelectOption[];
  /** its orders; their names where the titles of the columns are hidden */
  sort: Links;
  orders: readonly { key: string; label: string }[];
  /** among whom a search looks, where the list itself shows fewer */
  searchIn?: string;
  /** the filters */
  children: ReactNode;
}

/** What is above a table: looking for people, columns, the officer's own views, and its filters. */
export async function ListTools(props: ListToolsProps) {
  const { list, filter, look, said, columns, sort, orders, searchIn, children } = props;
  const t = await getTranslator("lists.filter");
  const kept = { ...orderParams(filter), ...lookParams(look, said) };
  const query = viewQuery(queryOf({ ...filterParams(filter), ...lookParams(look, true) }));
  const views = (await listViews(list)).map(({ query: own, ...one }) => ({
    ...one,
    href: viewHref(list, own),
    current: own === query,
  }));
  return (
    <div className="my-4 flex flex-wrap items-start gap-x-2 gap-y-3 print:hidden">
      <div className="w-full md:w-auto md:flex-1">
        <ListSearch action={searchList} list={list} query={queryOf({ view: searchIn, ...kept })} />
      </div>
      <ListFold
        key={queryOf({ ...filterParams(filter), ...kept })}
        label={t("fold", { count: countFilters(filter) })}
      >
        <div className="flex flex-wrap gap-2">
          <LookMenu
            list={list}
            action={`/${list}`}
            params={filterParams(filter)}
            columns={columns}
            look={look}
            remember={said}
          />
          <ViewMenu
            list={list}
            views={views}
            save={keepView}
            query={query}
            manageHref={`/${list}/views`}
          />
        </div>
        <div className="w-full">{children}</div>
        <SortLinks sort={sort} options={orders} />
      </ListFold>
    </div>
  );
}
