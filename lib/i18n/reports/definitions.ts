import type { ReportContent } from "@/lib/domain/progress/report/content";
import { LEAST_CHECKED } from "@/lib/domain/tasks/sampling";
import { say } from "./words";

/** Every figure of a report that says how it is peopleText, in the order of the report. */
const DEFINED = [
  "total",
  "matched",
  "wrong",
  "cleared",
  "corrected",
  "falseMismatch",
  "insufficient",
  "duplicate",
  "open",
  "settledShare",
  "notCompared",
  "untasked",
  "doses",
  "before",
  "opened",
  "reopened",
  "moved",
  "cleaned",
  "otherwise",
  "after",
  "clearedInPeriod",
  "overdue",
  "stuck",
  "starving",
  "reports",
  "contacts",
  "checked",
  "errorRate",
  "target",
  "needed",
  "speed",
  "forecast",
] as const;

/** What each figure is called, and how it is counted. */
export function definitionRows({ quality, lateness }: ReportContent): [string, string][] {
  const named = { days: lateness.stuckDays };
  const counted = { days: quality.days, least: LEAST_CHECKED };
  return DEFINED.map((key) => [say(`figure.${key}`, named), say(`definition.${key}`, counted)]);
}
