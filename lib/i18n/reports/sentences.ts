import type { ReportContent } from "@/lib/domain/progress/report/content";
import { formatPercent } from "../format";
import { amount, counted, say } from "./words";

const OTHER_CLOSINGS = ["duplicate", "deceased", "withdrawn", "notApplicable"] as const;

const share = (part: number, whole: number) => formatPercent(whole > 0 ? part / whole : 0);

function otherClosings({ closed }: ReportContent["figures"]): string[] {
  const some = OTHER_CLOSINGS.filter((one) => (closed[one] ?? 0) > 0);
  if (some.length === 0) return [];
  const people = some.reduce((sum, one) => sum + (closed[one] ?? 0), 0);
  const list = some.map((one) => say(`paper.closedAs.${one}`, { people: closed[one] ?? 0 }));
  return [say("paper.general.other", { people, list: list.join(", ") })];
}

/** How things stand at the cut-off. */
export function generalSentences({ figures }: ReportContent): string[] {
  const { total, matched, wrong, cleared, open, closed, doses, notCompared, untasked } = figures;
  if (total === 0) return [say("paper.general.none")];
  const settled = formatPercent(figures.settledShare ?? 0);
  return [
    say("paper.general.total", {
      total: amount({ people: total, doses: doses.total }),
      matched,
      wrong: amount({ people: wrong, doses: doses.wrong }),
      share: share(wrong, total),
    }),
    say("paper.general.cleared", { cleared: amount({ people: cleared, doses: doses.cleared }) }),
    say("paper.general.closed", {
      corrected: amount({ people: closed.corrected ?? 0, doses: doses.corrected }),
      falseMismatch: closed.falseMismatch ?? 0,
      insufficient: closed.insufficient ?? 0,
    }),
    ...otherClosings(figures),
    open > 0
      ? say("paper.general.open", {
          open: amount({ people: open, doses: doses.open }),
          share: settled,
        })
      : say("paper.general.openNone", { share: settled }),
    ...(notCompared + untasked > 0 ? [say("paper.general.notYet", { notCompared, untasked })] : []),
  ];
}

/** What happened in the period. */
export function periodSentences({ before, after, flow }: ReportContent): string[] {
  const grown = after.people - before.people;
  const way = grown < 0 ? "less" : grown > 0 ? "more" : "same";
  const { opened, reopened, cleaned, otherwise, cleared } = flow;
  const taken = cleared.people > 0 ? "cleared" : "uncleared";
  return [
    say(`paper.change.${way}`, {
      by: Math.abs(grown),
      before: before.people,
      after: after.people,
    }),
    say("paper.change.flow", {
      opened: opened.people,
      reopened: reopened.people,
      cleaned: cleaned.people,
      otherwise: otherwise.people,
    }),
    ...(cleared.people === 0
      ? []
      : [say(`paper.change.${taken}`, { people: Math.abs(cleared.people) })]),
  ];
}

export function lateSentence({ lateness }: ReportContent): string {
  const { overdue, stuck, starving, stuckDays: days } = lateness;
  if (overdue + stuck + starving === 0) return say("paper.late.none", { days });
  const late = { overdue: counted(overdue), stuck: counted(stuck), starving: counted(starving) };
  return say("paper.late.some", { ...late, days });
}

function sampleSentence({ sample, errorRate }: ReportContent["quality"]): string {
  const { checked, wrong } = sample;
  if (!errorRate) return say("paper.quality.sampleFew", { checked });
  const { found, low, high } = errorRate;
  return say("paper.quality.sample", {
    ...{ checked, wrong },
    found: formatPercent(found),
    low: formatPercent(low),
    high: formatPercent(high),
  });
}

/** How good the work is. */
export function qualitySentences({ quality }: ReportContent): string[] {
  const { days, reports, contacts } = quality;
  const all = reports.open + reports.upheld + reports.rejected;
  const tries = Object.values(contacts).reduce((sum, n) => sum + n, 0);
  const reached = contacts.reached ?? 0;
  return [
    all > 0
      ? say("paper.quality.reports", { days, all, ...reports })
      : say("paper.quality.reportsNone", { days }),
    ...(tries > 0
      ? [say("paper.quality.contacts", { days, all: tries, reached, share: share(reached, tries) })]
      : []),
    sampleSentence(quality),
  ];
}
