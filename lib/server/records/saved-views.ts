import "server-only";
import { z } from "zod";
import { viewQuery } from "@/lib/domain/records/view-query";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError, found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { query } from "@/lib/server/core/query";

/** Lists that can be kept as a view. */
export const LISTS = ["tasks", "records"] as const;
export type ListName = (typeof LISTS)[number];

/** As many as a row of links can hold. */
const MOST_VIEWS = 20;
const LONGEST_NAME = 60;

export interface SavedView {
  id: string;
  name: string;
  /** the parameters of the list's address */
  query: string;
  isDefault: boolean;
}

const VIEWS = `
  select id, name, query, is_default as "isDefault" from saved_view
  where list = $1 order by created_at, id`;

/** The officer's own views of a list, in the order in which they were made. */
export const listViews = query<ListName, SavedView[]>("record:read", ({ sql }, list) =>
  sql<SavedView>(VIEWS, [list]),
);

const Name = z.string().trim().min(1, "viewNameMissing").max(LONGEST_NAME, "nameLong");

async function requireFree(sql: Sql, of: { list: string; name: string; id?: string }) {
  const [same] = await sql(
    "select 1 from saved_view where list = $1 and name = $2 and ($3::uuid is null or id <> $3)",
    [of.list, of.name, of.id ?? null],
  );
  if (same) throw new AppError("RULE", "viewNameTaken");
}

/** Keeps filters, order and columns under a name; what was looked for and the place in the list are not kept. */
export const saveView = command({
  name: "view.save",
  permission: "record:read",
  input: z.object({ list: z.enum(LISTS), name: Name, query: z.string().max(2000) }),
  async run({ sql, actor }, { list, name, query: asked }) {
    await requireFree(sql, { list, name });
    const [counted] = await sql<{ n: number }>(
      "select count(*)::int as n from saved_view where list = $1",
      [list],
    );
    if ((counted?.n ?? 0) >= MOST_VIEWS)
      throw new AppError("RULE", "viewsFull", { most: MOST_VIEWS });
    const id = newId();
    const kept = viewQuery(asked);
    await sql(
      "insert into saved_view (id, officer_id, list, name, query) values ($1, $2, $3, $4, $5)",
      [id, actor.officerId, list, name, kept],
    );
    return { data: { id, query: kept }, audit: { entity: "savedView", entityId: id } };
  },
});

const One = z.object({ id: z.uuid() });

export const renameView = command({
  name: "view.rename",
  permission: "record:read",
  input: One.extend({ name: Name }),
  async run({ sql }, { id, name }) {
    const [view] = await sql<{ list: string }>("select list from saved_view where id = $1", [id]);
    await requireFree(sql, { list: found(view).list, name, id });
    await sql("update saved_view set name = $2 where id = $1", [id, name]);
    return { data: { id }, audit: { entity: "savedView", entityId: id } };
  },
});

export const removeView = command({
  name: "view.remove",
  permission: "record:read",
  input: One,
  async run({ sql }, { id }) {
    found((await sql("delete from saved_view where id = $1 returning id", [id]))[0]);
    return { data: { id }, audit: { entity: "savedView", entityId: id } };
  },
});

/** The view that the list opens with; given again, the list opens as it is. */
export const setDefaultView = command({
  name: "view.setDefault",
  permission: "record:read",
  input: One,
  async run({ sql }, { id }) {
    const [view] = await sql<{ list: string; isDefault: boolean }>(
      'select list, is_default as "isDefault" from saved_view where id = $1 for update',
      [id],
    );
    const { list, isDefault } = found(view);
    await sql("update saved_view set is_default = false where list = $1 and is_default", [list]);
    if (!isDefault) await sql("update saved_view set is_default = true where id = $1", [id]);
    return { data: { isDefault: !isDefault }, audit: { entity: "savedView", entityId: id } };
  },
});

/** The parameters that a list opens with, where the officer has chosen some. */
export const findDefaultView = query<ListName, string | null>(
  "record:read",
  async ({ sql }, list) => {
    const rows = await sql<{ query: string }>(
      "select query from saved_view where list = $1 and is_default",
      [list],
    );
    return rows[0]?.query ?? null;
  },
);
