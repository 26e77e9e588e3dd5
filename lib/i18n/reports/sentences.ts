import type { ReportContent } from "@/lib/domain/progress/report/content";
import { formatPercent } from "../format";
import { amount, peopleText, say } from "./words";

const OTHER_CLOSINGS = ["duplicate", "deceased", "withdrawn", "notApplicable"] as const;

const share = (part: number, whole: number) => formatPercent(whole > 0 ? part / whole : 0);

function otherClosings({ closed }: ReportContent["figures"]): string[] {
  const some = OTHER_CLOSINGS.filter((one) => (closed[one] ?? 0) > 0);
  if (some.length === 0) return [];
  const people = some.reduce((sum, one) => sum + (closed[one] ?? 0), 0);
  const list = some.map((one) => say(`paper.closedAs.${one}`, { people: closed[one] ?? 0 }));
  return [say("paper.general.other", { people, list: list.join(", ") })];
}

/** What officers have closed so far. */
function closedSentences({ closed, doses }: ReportContent["figures"]): string[] {
  const of = (one: keyof typeof closed) => closed[one] ?? 0;
  const main = of("corrected") + of("falseMismatch") + of("insufficient");
  const words = {
    corrected: amount({ people: of("corrected"), doses: doses.corrected }),
    falseMismatch: of("falseMismatch"),
    insufficient: of("insufficient"),
  };
  return [main > 0 ? say("paper.general.closed", words) : say("paper.general.closedNone")];
}

function openSentence({ open, doses, settledShare }: ReportContent["figures"]): string {
  const settled = { share: formatPercent(settledShare ?? 0) };
  if (open === 0) return say("paper.general.openNone", settled);
  return say("paper.general.open", {
    open: amount({ people: open, doses: doses.open }),
    ...settled,
  });
}

/** How things stand at the cut-off. */
export function generalSentences({ figures }: ReportContent): string[] {
  const { total, matched, wrong, cleared, doses, notCompared, untasked } = figures;
  if (total === 0) return [say("paper.general.none")];
  const machine = { cleared: amount({ people: cleared, doses: doses.cleared }) };
  return [
    say("paper.general.total", {
      total: amount({ people: total, doses: doses.total }),
      matched,
      wrong: amount({ people: wrong, doses: doses.wrong }),
      share: share(wrong, total),
    }),
    ...(cleared > 0 ? [say("paper.general.cleared", machine)] : []),
    ...closedSentences(figures),
    ...otherClosings(figures),
    openSentence(figures),
    ...(notCompared + untasked > 0 ? [say("paper.general.notYet", { notCompared, untasked })] : []),
  ];
}

function changeSentence({ before, after }: ReportContent): string {
  const grown = after.people - before.people;
  const way = grown < 0 ? "less" : grown > 0 ? "more" : "same";
  return say(`paper.change.${way}`, {
    by: Math.abs(grown),
    before: before.people,
    after: after.people,
  });
}

/** What came and went, in one paragraph: what there was none of is mostly left out. */
function flowSentence({ flow }: ReportContent): string {
  const opened = flow.opened.people;
  const reopened = flow.reopened.people;
  const [cleaned, otherwise] = [flow.cleaned.people, flow.otherwise.people];
  const closed = otherwise > 0 ? "closed" : cleaned > 0 ? "cleaned" : "closedNone";
  return [
    say("paper.change.opened", { opened }),
    ...(reopened > 0 ? [say("paper.change.reopened", { reopened })] : []),
    say(`paper.change.${closed}`, { cleaned, otherwise }),
  ].join(" ");
}

/** What happened in the period. */
export function periodSentences(content: ReportContent): string[] {
  const cleared = content.flow.cleared.people;
  const taken = cleared > 0 ? "cleared" : "uncleared";
  return [
    changeSentence(content),
    flowSentence(content),
    ...(cleared === 0 ? [] : [say(`paper.change.${taken}`, { people: Math.abs(cleared) })]),
  ];
}

export function lateSentence({ lateness }: ReportContent): string {
  const { overdue, stuck, starving, stuckDays: days } = lateness;
  if (overdue + stuck + starving === 0) return say("paper.late.none", { days });
  const late = {
    overdue: peopleText(overdue),
    stuck: peopleText(stuck),
    starving: peopleText(starving),
  };
  return say("paper.late.some", { ...late, days });
}

function sampleSentence({ sample, errorRate }: ReportContent["quality"]): string {
  const { checked, wrong } = sample;
  if (checked === 0) return say("paper.quality.sampleNone");
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
