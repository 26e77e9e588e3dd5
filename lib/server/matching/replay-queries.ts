import "server-only";
import { z } from "zod";
import { REPLAY_VERDICTS } from "@/lib/domain/matching/replay";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { found } from "@/lib/server/core/error";
import { cutPage, type Page } from "@/lib/server/core/keyset";
import { query } from "@/lib/server/core/query";

/** What narrows the list of a replay; it is the list's address. */
export const ReplayFilter = z.object({
  verdict: z.enum(REPLAY_VERDICTS).optional().catch(undefined),
  mainClass: z.enum(DIFFERENCE_CLASSES).optional().catch(undefined),
  /** keyset: the record at the edge of the page before or after */
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type ReplayFilter = z.output<typeof ReplayFilter>;

/** One record of a replay: no name, no number. */
export interface ReplayLine {
  recordId: string;
  code: string;
  unit: string;
  taskId: string;
  open: boolean;
  verdict: string;
  mainClass: string;
  mainField: string | null;
  beforeOutcome: string;
  afterOutcome: string;
}

const PAGE = 50;

const linesAt = (edge: "<" | ">", order: "asc" | "desc") => `
  select l.record_id as "recordId", r.code, u.name as unit, l.task_id as "taskId", l.open, l.verdict,
    l.main_class as "mainClass", l.main_field as "mainField", l.before_outcome as "beforeOutcome",
    l.after_outcome as "afterOutcome"
  from replay_line l join record r on r.id = l.record_id join unit u on u.id = r.unit_id
  where l.replay_id = $1 and ($2::text is null or l.verdict = $2)
    and ($3::text is null or l.main_class = $3) and ($4::uuid is null or l.record_id ${edge} $4)
  order by l.record_id ${order} limit ${PAGE + 1}`;

export interface ReplayLines extends Page<ReplayLine> {
  modelVersion: string;
  baseVersion: string;
}

/** One page of a replay's records, in the order of records. */
export const listReplayLines = query<{ replayId: string; filter: ReplayFilter }, ReplayLines>(
  "model:read",
  async ({ sql }, { replayId, filter }) => {
    const replay = found(
      (
        await sql<{ modelVersion: string; baseVersion: string }>(
          `select model_version as "modelVersion", base_version as "baseVersion" from replay where id = $1`,
          [replayId],
        )
      )[0],
    );
    const { verdict = null, mainClass = null, after, before } = filter;
    const back = before !== undefined;
    const read = await sql<ReplayLine>(back ? linesAt("<", "desc") : linesAt(">", "asc"), [
      replayId,
      verdict,
      mainClass,
      before ?? after ?? null,
    ]);
    const edge = back ? { before } : { after };
    return { ...replay, ...cutPage(read, { edge, size: PAGE, keyOf: (line) => line.recordId }) };
  },
);
