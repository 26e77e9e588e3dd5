import type { SheetCell } from "@/lib/domain/imports/sheet";
import type { ReportContent } from "@/lib/domain/progress/report/content";
import { day, say } from "./words";

type Measure = "people" | "percent" | "times" | "records" | "perDay" | "day";

type Line = [key: string, value: SheetCell, measure: string, doses: number | null];

function line(key: string, value: SheetCell, ...of: [Measure, number?]): Line {
  const [measure, doses = null] = of;
  return [key, value, say(`measure.${measure}`), doses];
}

function standing({ figures }: ReportContent): Line[] {
  const { doses, closed, settledShare } = figures;
  const of = (one: keyof typeof closed) => closed[one] ?? 0;
  return [
    line("total", figures.total, "people", doses.total),
    line("matched", figures.matched, "people"),
    line("wrong", figures.wrong, "people", doses.wrong),
    line("cleared", figures.cleared, "people", doses.cleared),
    line("corrected", of("corrected"), "people", doses.corrected),
    line("falseMismatch", of("falseMismatch"), "people"),
    line("insufficient", of("insufficient"), "people"),
    line("duplicate", of("duplicate"), "people"),
    line("deceased", of("deceased"), "people"),
    line("withdrawn", of("withdrawn"), "people"),
    line("closedNotApplicable", of("notApplicable"), "people"),
    line("open", figures.open, "people", doses.open),
    line("settledShare", settledShare === null ? null : { share: settledShare }, "percent"),
    line("notCompared", figures.notCompared, "people"),
    line("untasked", figures.untasked, "people"),
    line("notApplicable", figures.notApplicable, "people"),
    line("duplicates", figures.duplicates, "records", doses.duplicates),
  ];
}

const FLOWS = ["opened", "reopened", "moved", "cleaned", "otherwise"] as const;

function happened({ before, after, flow }: ReportContent): Line[] {
  return [
    line("before", before.people, "people", before.doses),
    ...FLOWS.map((one) => line(one, flow[one].people, "people", flow[one].doses)),
    line("after", after.people, "people", after.doses),
    line("clearedInPeriod", flow.cleared.people, "people", flow.cleared.doses),
  ];
}

function quality({ lateness, quality: of }: ReportContent): Line[] {
  const { reports, contacts, sample, errorRate } = of;
  const tries = Object.values(contacts).reduce((sum, n) => sum + n, 0);
  const rate = (value: number | undefined) => (value === undefined ? null : { share: value });
  return [
    line("overdue", lateness.overdue, "people"),
    line("stuck", lateness.stuck, "people"),
    line("starving", lateness.starving, "people"),
    line("reportsOpen", reports.open, "times"),
    line("reportsUpheld", reports.upheld, "times"),
    line("reportsRejected", reports.rejected, "times"),
    line("contacts", tries, "times"),
    line("reached", contacts.reached ?? 0, "times"),
    line("checked", sample.checked, "records"),
    line("checkedWrong", sample.wrong, "records"),
    line("errorRate", rate(errorRate?.found), "percent"),
    line("errorLow", rate(errorRate?.low), "percent"),
    line("errorHigh", rate(errorRate?.high), "percent"),
  ];
}

const dayOr = (of: string | null) => (of === null ? null : day(of));

function ahead({ target, neededPerDay, peoplePerDay, end }: ReportContent): Line[] {
  const known = end.kind === "interval" || end.kind === "plain" ? end : { from: null, to: null };
  const likely = end.kind === "interval" ? end.likely : null;
  return [
    line("target", target && { share: target.percent / 100 }, "percent"),
    line("deadline", dayOr(target?.deadline ?? null), "day"),
    line("needed", neededPerDay, "perDay"),
    line("speed", peoplePerDay, "perDay"),
    line("forecastFrom", dayOr(known.from), "day"),
    line("forecastLikely", dayOr(likely), "day"),
    line("forecastTo", dayOr(known.to), "day"),
  ];
}

/** Every single figure of a report: its name, value, what it is counted in, and doses. */
export function summaryRows(content: ReportContent): SheetCell[][] {
  const words = { days: content.lateness.stuckDays };
  return [...standing(content), ...happened(content), ...quality(content), ...ahead(content)].map(
    ([key, ...cells]) => [say(`figure.${key}`, words), ...cells],
  );
}
