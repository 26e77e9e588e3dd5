import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/domain/access/actor";
import type { Condition, Order } from "@/lib/server/core/list-sql";

export const RECORD_SORTS = ["name", "birthYear"] as const;

const year = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .optional()
  .catch(undefined);

/**
 * The list's address: what narrows or orders it, and never a name or a number. What is not understood is
 * left out.
 */
export const RecordFilter = z.object({
  /** an outcome of the comparison, `none` before the first one, `task`: something is open */
  standing: z
    .string()
    .regex(/^[a-z_]{1,20}$/)
    .optional()
    .catch(undefined),
  /** a hamlet's id; `none`: of no hamlet */
  hamlet: z
    .union([z.literal("none"), z.uuid()])
    .optional()
    .catch(undefined),
  /** a unit inside the officer's area */
  unit: z.string().max(20).optional().catch(undefined),
  /** years of birth, both of them in it: of a group of people, never of the row that a page begins at */
  bornFrom: year,
  bornTo: year,
  /** the id of what this officer looks for */
  search: z.uuid().optional().catch(undefined),
  sort: z.enum(RECORD_SORTS).optional().catch(undefined),
  direction: z.enum(["asc", "desc"]).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type RecordFilter = z.output<typeof RecordFilter>;

export const hasYears = ({ bornFrom, bornTo }: RecordFilter): boolean =>
  bornFrom !== undefined || bornTo !== undefined;

/** Years of birth lie together in one index alone: a list of them is in its order. */
export function recordSort(filter: RecordFilter): (typeof RECORD_SORTS)[number] {
  return hasYears(filter) ? "birthYear" : (filter.sort ?? "name");
}

const NAME = { column: "name_order", type: "text" };
const YEAR = { column: "birth_year", type: "int2" };

/** Of one year in the order of a register; an index of tasks holds no name after the year. */
export function recordOrder(filter: RecordFilter, table: "record" | "task"): Order {
  const descending = filter.direction === "desc";
  if (recordSort(filter) === "name") return { ...NAME, descending };
  return { ...YEAR, second: table === "record" ? NAME : undefined, descending };
}

function standingOf({ standing }: RecordFilter): Condition[] {
  if (standing === undefined) return [];
  if (standing === "task") return [{ text: "t.state <> 'closed'", values: [] }];
  if (standing === "none") return [{ text: "t.outcome is null", values: [] }];
  return [{ text: "t.outcome = ?", values: [standing] }];
}

function hamletOf({ hamlet }: RecordFilter, actor: Actor): Condition[] {
  const id = actor.hamletId ?? hamlet;
  if (!id) return [];
  if (id === "none") return [{ text: "t.hamlet_id is null", values: [] }];
  return [{ text: "t.hamlet_id = ?::uuid", values: [id] }];
}

/** Where the year isn't known it is 0. */
function yearsOf({ bornFrom = "1", bornTo = "9999" }: RecordFilter): Condition[] {
  return [
    { text: "t.birth_year >= ?::int2", values: [bornFrom] },
    { text: "t.birth_year <= ?::int2", values: [bornTo] },
  ];
}

/** What the filter asks of each record, or of its open task where the list is read along those. */
export function recordConditions(filter: RecordFilter, actor: Actor): Condition[] {
  return [
    ...standingOf(filter),
    ...hamletOf(filter, actor),
    ...(hasYears(filter) ? yearsOf(filter) : []),
  ];
}
