import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalText } from "@/lib/domain/progress/report/canonical";
import { ReportContent } from "@/lib/domain/progress/report/content";
import { periodProblem } from "@/lib/domain/progress/report/period";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere } from "@/lib/domain/units/work-calendar";
import { command } from "@/lib/server/core/command";
import { found } from "@/lib/server/core/error";
import { newId } from "@/lib/server/core/id";
import { cutPage, type Edge, type Page } from "@/lib/server/core/keyset";
import { query } from "@/lib/server/core/query";
import { DayInput } from "@/lib/server/tasks/plan";
import { readReport } from "./report-source";
import { FIRST_DAY, INSERT_REPORT, ONE_REPORT, reportLines } from "./reports-sql";
import { getUnit, listTrail, type UnitLine } from "./unit";

/** SHA-256 of a content, in hex: whoever holds the content can take it again. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalText(content)).digest("hex");
}

const ReportInput = z
  .object({ unitId: z.string().min(1, "unitMissing").max(20), from: DayInput, to: DayInput })
  .superRefine(({ from, to }, { addIssue }) => {
    const problem = periodProblem({ from, to }, clockThere(new Date()).day);
    if (problem) addIssue({ code: "custom", path: ["to"], message: problem });
  });

/** Keeps every figure of a unit as it is at this instant, under the unit's next number of the year. */
export const writeReport = command({
  name: "progress.writeReport",
  permission: "progress:report",
  input: ReportInput,
  ofOneInstant: true,
  async run(context, { unitId, from, to }) {
    const { sql, actor, now } = context;
    const unit = await getUnit(sql, actor, unitId);
    const [author] = await sql<{ name: string }>(
      "select full_name as name from officer where id = $1",
      [actor.officerId],
    );
    const authorName = author?.name ?? "";
    const content = await readReport(context, unit, { period: { from, to }, authorName });
    const id = newId();
    const hash = contentHash(content);
    const year = Number(content.writtenOn.slice(0, 4));
    const [row] = await sql<{ number: number }>(INSERT_REPORT, [
      ...[id, unit.id, unit.path, year, from, to, content.cutOff, JSON.stringify(content), hash],
      ...[actor.officerId, authorName, now],
    ]);
    const number = found(row).number;
    return {
      data: { id, number },
      audit: { entity: "report", entityId: id, detail: { unit: unit.id, number, from, to } },
    };
  },
});

/** A report in a list. */
export interface ReportSummary {
  id: string;
  /** the unit that it lies with today; it may have been merged since */
  unitId: string | null;
  /** as the unit was called then */
  unitName: string;
  year: number;
  number: number;
  from: string;
  to: string;
  cutOff: Date;
  byName: string;
  at: Date;
}

export interface ReportList {
  unit: UnitLine;
  trail: UnitLine[];
  reports: Page<ReportSummary>;
  today: string;
  /** the first day of the unit's figures; today where there are none */
  start: string;
}

const PAGE = 20;

/** Reports of a unit and of those below it, the newest first. */
export const listReports = query<Edge & { unit?: string }, ReportList>(
  "progress:read",
  async ({ sql, actor }, { unit: unitId, ...edge }) => {
    const unit = await getUnit(sql, actor, unitId);
    const { from, to } = scopeRange(unit.path);
    const at = edge.before ?? edge.after;
    const read = reportLines(edge.before !== undefined);
    const [rows, trail, [first]] = await Promise.all([
      sql<ReportSummary>(read, [from, to, at, PAGE + 1]),
      listTrail(sql, actor, unit),
      sql<{ day: string | null }>(FIRST_DAY, [from, to]),
    ]);
    const today = clockThere(new Date()).day;
    const reports = cutPage(rows, { edge, size: PAGE, keyOf: ({ id }) => id });
    return { unit, trail, reports, today, start: first?.day ?? today };
  },
);

export interface Report extends ReportSummary {
  content: ReportContent;
  contentHash: string;
  /** whether the content is still the one that was written */
  intact: boolean;
}

/** A report as it was written; no figure of it is counted again. */
export const getReport = query<string, Report>("progress:read", async ({ sql }, id) => {
  const row = found(
    (await sql<ReportSummary & { content: unknown; contentHash: string }>(ONE_REPORT, [id]))[0],
  );
  const intact = contentHash(row.content) === row.contentHash;
  return { ...row, content: ReportContent.parse(row.content), intact };
});
