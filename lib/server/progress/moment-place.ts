import "server-only";
import { NIL } from "uuid";
import { PAGE } from "./sql";

// Lists of what was done once, commune by commune and the oldest first. Moments are whole microseconds in the key:
// milliseconds, which is all that the driver reads, would repeat lines or lose them.

/** Where a line `l` stands in such a list: unit path, microseconds, id. */
export const KEY =
  "l.unit_path || '_' || (extract(epoch from l.at) * 1000000)::bigint || '_' || l.id";

/** The place of the last line seen, and one line more than a page has; $5 to $7 are what `lastMoment` gives. */
export const AFTER = `$5, coalesce(timestamptz 'epoch' + $6::bigint * interval '1 microsecond', '-infinity'), $7, ${PAGE + 1}`;

const MOMENT = /^\d+$/;
/** Before every line. */
const TOP = ["", null, NIL];

/** The place of the last line seen; that of another list is none. */
export function lastMoment(after: string | undefined): (string | null)[] {
  const [path = "", at = "", id = ""] = after?.split("_") ?? [];
  return MOMENT.test(at) ? [path, at, id] : TOP;
}
