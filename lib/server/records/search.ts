import "server-only";
import { z } from "zod";
import {
  FEWEST_DIGITS,
  hasMarks,
  readSearchText,
  type SearchKind,
} from "@/lib/domain/records/search-text";
import { command } from "@/lib/server/core/command";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";

const LONGEST = 100;

const SAVE = "insert into search (id, officer_id, kind, terms) values ($1, $2, $3, $4)";

/**
 * Keeps what an officer looks for and gives the id under which lists find it: the words are personal
 * data and stay out of addresses, logs and the audit. Forgotten after a day.
 */
export const createSearch = command({
  name: "record.search",
  permission: "record:read",
  input: z.object({ q: z.string().max(LONGEST, "searchLong") }),
  async run({ sql, actor }, { q }) {
    const read = readSearchText(q);
    if (!read.ok) throw new AppError("RULE", read.code);
    const { kind, terms } = read;
    const id = newId();
    await sql(SAVE, [id, actor.officerId, kind, terms]);
    return { data: { id, kind }, audit: { entity: "search", entityId: id, detail: { kind } } };
  },
});

export interface Search {
  id: string;
  kind: SearchKind;
  terms: string;
}

/** A search of this officer of the last day; null for any other. */
export async function findSearch(sql: Sql, id: string): Promise<Search | null> {
  const rows = await sql<Search>("select id, kind, terms from search where id = $1", [id]);
  return rows[0] ?? null;
}

/** More are not looked through: more words say better who is meant. */
export const MOST_FOUND = 2000;

// How common each word of the name is here, as far as it matters; the rarest first.
const WORDS = `
  select x.word, (select count(*)::int from (
    select 1 from record_word w where w.word = x.word limit ${MOST_FOUND + 1}) counted) as n
  from unnest(string_to_array(name_order($1), ' ')) x(word) group by x.word order by 2, length(x.word) desc`;

/** Where the records `r` of a search come from, and which of them are meant. */
interface Found {
  from: string;
  where: string;
  values: unknown[];
}

// Each step is kept in its place: row scope makes the planner think that anything is cheaper.
const BY_WORD = {
  from: `(select w.record_id as id from record_word w where w.word = $1 offset 0) w
    cross join lateral (select r.* from record r where r.id = w.id offset 0) r`,
  where: `string_to_array(r.name_order, ' ') @> $2::text[]
    and (not $3::boolean or marked_words(r.full_name) @> marked_words($4)
      or folded_name(r.full_name) = lower(r.full_name collate "C"))`,
};

const BY_TAIL = {
  from: `(select r.* from record r where r.number_tail = $1 and right(r.id_number, length($2)) = $2
    union all
    select r.* from record r where r.phone_tail = $1 and right(r.phone, length($2)) = $2
      and (r.number_tail is distinct from $1 or right(r.id_number, length($2)) <> $2) offset 0) r`,
  where: "true",
};

const BY_CODE = {
  from: "(select r.* from record r where r.code = $1 offset 0) r",
  where: "true",
};

async function recordsOf(sql: Sql, { kind, terms }: Search): Promise<Found | null> {
  if (kind === "code") return { ...BY_CODE, values: [terms] };
  if (kind === "digits") return { ...BY_TAIL, values: [terms.slice(-FEWEST_DIGITS), terms] };
  const words = await sql<{ word: string; n: number }>(WORDS, [terms]);
  const [rarest] = words;
  if (!rarest || rarest.n === 0) return null;
  const all = words.map(({ word }) => word);
  return { ...BY_WORD, values: [rarest.word, all, hasMarks(terms), terms] };
}

const OPEN_TASK = `cross join lateral (
  select t.id from task t where t.record_id = r.id and t.state <> 'closed' offset 0) t`;

/** What of each record is wanted: itself, or its open task. */
function wantedOf({ from, where }: Found, wanted: "records" | "tasks"): string {
  const [id, join] = wanted === "tasks" ? ["t.id", OPEN_TASK] : ["r.id", ""];
  return `select ${id} from ${from} ${join} where ${where} limit ${MOST_FOUND + 1}`;
}

/** Ids of what a search finds in the actor's area, at most `MOST_FOUND`; `more` when there are others. */
export async function findBySearch(
  sql: Sql,
  search: Search,
  wanted: "records" | "tasks",
): Promise<{ ids: string[]; more: boolean }> {
  const found = await recordsOf(sql, search);
  if (!found) return { ids: [], more: false };
  const rows = await sql<{ id: string }>(wantedOf(found, wanted), found.values);
  return { ids: rows.slice(0, MOST_FOUND).map(({ id }) => id), more: rows.length > MOST_FOUND };
}
