import "server-only";
import { z } from "zod";
import {
  FEWEST_DIGITS,
  hasMarks,
  readSearchText,
  type SearchKind,
} from "@/lib/domain/records/search-text";
import { command } from "@/lib/server/core/command";
import { callFunction, type Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { sideBySide } from "@/lib/server/core/list-sql";

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

/** Forgets what officers looked for a day ago; gives how many. */
export async function purgeSearches(): Promise<number> {
  const [done] = await callFunction<{ n: number }>("select purge_searches() as n", []);
  return done?.n ?? 0;
}

/** More are not looked through: more words say better who is meant. */
export const MOST_FOUND = 1000;

// How common each word of the name is here, as far as it matters; the rarest first.
const WORDS = `
  select x.word, (select count(*)::int from (
    select 1 from record_word w where w.word = x.word limit ${MOST_FOUND + 1}) counted) as n
  from unnest(string_to_array(name_order($1), ' ')) x(word) group by x.word order by 2, length(x.word) desc`;

/** Where ids of records come from, as `m.id`. */
interface Found {
  from: string;
  values: unknown[];
  /** every word of it is common: their lists are read side by side */
  common?: boolean;
}

// Each step is kept in its place by "offset 0": row scope makes the planner think that anything is cheaper.
const MARKED = `
  cross join lateral (select 1 from record r where r.id = m.id
    and (marked_words(r.full_name) @> marked_words($2)
      or folded_name(r.full_name) = lower(r.full_name collate "C")) offset 0) r`;

const SAME_RECORD = "x.unit_path = w.unit_path and x.record_id = w.record_id";

/**
 * People who have all words in their name: the lists of the words, which are all in the same order, read
 * side by side; from a rare word on, its others are looked up. With marks only those with these marks, or
 * with none at all.
 */
function byWords(words: readonly string[], terms: string, common: boolean): Found {
  const marked = hasMarks(terms);
  const values = [words[0], ...(marked ? [terms] : []), ...words.slice(1)];
  const others = words.slice(1).map((_, at) => `$${values.length - words.length + 2 + at}`);
  const joined = others.map(
    (word, at) =>
      ` join record_word x${at} on x${at}.word = ${word} and ${SAME_RECORD.replaceAll("x.", `x${at}.`)}`,
  );
  const looked = others.map(
    (word) =>
      ` and exists (select 1 from record_word x where x.word = ${word} and ${SAME_RECORD} offset 0)`,
  );
  const from = `(select w.record_id as id from record_word w ${common ? joined.join("") : ""}
    where w.word = $1 ${common ? "" : looked.join("")} offset 0) m`;
  return { from: `${from} ${marked ? MARKED : ""}`, values, common };
}

const BY_TAIL = {
  from: `(select r.id from record r where r.number_tail = $1 and right(r.id_number, length($2)) = $2
    union
    select r.id from record r where r.phone_tail = $1 and right(r.phone, length($2)) = $2 offset 0) m`,
};

const BY_CODE = { from: "(select r.id from record r where r.code = $1 offset 0) m" };

async function recordsOf(sql: Sql, { kind, terms }: Search): Promise<Found | null> {
  if (kind === "code") return { ...BY_CODE, values: [terms] };
  if (kind === "digits") return { ...BY_TAIL, values: [terms.slice(-FEWEST_DIGITS), terms] };
  const words = await sql<{ word: string; n: number }>(WORDS, [terms]);
  if (words.length === 0 || words[0]?.n === 0) return null;
  return byWords(
    words.map(({ word }) => word),
    terms,
    (words[0]?.n ?? 0) > MOST_FOUND,
  );
}

const OPEN_TASK = `cross join lateral (
  select t.id from task t where t.record_id = m.id and t.state <> 'closed' offset 0) t`;

/** What of each record is wanted: itself, or its open task. */
function wantedOf({ from }: Found, wanted: "records" | "tasks"): string {
  const [id, join] = wanted === "tasks" ? ["t.id", OPEN_TASK] : ["m.id", ""];
  return `select ${id} from ${from} ${join} limit ${MOST_FOUND + 1}`;
}

/** Ids of what a search finds in the actor's area, at most `MOST_FOUND`; `more` when there are others. */
export async function findBySearch(
  sql: Sql,
  search: Search,
  wanted: "records" | "tasks",
): Promise<{ ids: string[]; more: boolean }> {
  const found = await recordsOf(sql, search);
  if (!found) return { ids: [], more: false };
  const read = () => sql<{ id: string }>(wantedOf(found, wanted), found.values);
  const rows = found.common ? await sideBySide(sql, read) : await read();
  return { ids: rows.slice(0, MOST_FOUND).map(({ id }) => id), more: rows.length > MOST_FOUND };
}

/** What a list is searched for; `gone`: forgotten, or another officer's. */
export type ListSearch =
  | { gone: true }
  | {
      gone: false;
      /** as it was typed: for the page of this officer alone */
      terms: string;
      /** only names with these marks */
      marked: boolean;
      more: boolean;
    };

/** What this officer's search of that id finds; nothing where it is gone. */
export async function runSearch(
  sql: Sql,
  id: string,
  wanted: "records" | "tasks",
): Promise<{ ids: string[]; search: ListSearch }> {
  const kept = await findSearch(sql, id);
  if (!kept) return { ids: [], search: { gone: true } };
  const { ids, more } = await findBySearch(sql, kept, wanted);
  const { terms, kind } = kept;
  return { ids, search: { gone: false, terms, marked: kind === "name" && hasMarks(terms), more } };
}
