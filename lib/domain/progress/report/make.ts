import type { Role, UnitLevel } from "@/lib/domain/access/roles";
import type { Figures } from "@/lib/domain/progress/figure";
import { settledShare } from "@/lib/domain/progress/figure";
import { type DayFlow, growth, sumOfDays } from "@/lib/domain/progress/flow";
import type { ForecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { Lever } from "@/lib/domain/progress/forecast/levers";
import { type Late, STUCK_DAYS } from "@/lib/domain/progress/line-filter";
import type { ReportContent, ReportFlow, ReportLine } from "./content";
import type { Period } from "./period";

/** What is read of a unit, all of it at one instant. */
export interface ReportSource {
  unit: { id: string; name: string; level: UnitLevel };
  author: { name: string; role: Role; signs: boolean };
  period: Period;
  today: string;
  at: Date;
  figures: Figures;
  lateness: Record<Late, number>;
  /** every day from the first of the period to today */
  days: readonly DayFlow[];
  quality: ReportContent["quality"];
  target: ReportContent["target"];
  neededPerDay: number | null;
  peoplePerDay: number | null;
  end: ForecastEnd;
  levers: readonly Lever[];
  own: Figures | null;
  units: readonly { id: string; name: string; figures: Figures; flow: DayFlow }[];
  sources: readonly { system: string; figures: Figures }[];
}

const amount = ({ people, doses }: { people: number; doses: number }) => ({ people, doses });

function flowOf(flow: Omit<DayFlow, "day">): ReportFlow {
  const { opened, reopened, moved, cleaned, otherwise, cleared } = flow;
  return {
    opened: amount(opened),
    reopened: amount(reopened),
    moved: amount(moved),
    cleaned: amount(cleaned),
    otherwise: amount(otherwise),
    cleared: amount(cleared),
  };
}

function lineOf(figures: Figures): ReportLine {
  const { total, wrong, cleared, open, corrected } = figures;
  return { total, wrong, cleared, open, corrected, settledShare: settledShare(figures) };
}

function figuresOf(figures: Figures): ReportContent["figures"] {
  const { openMinutes, corrected, falseMismatch, insufficient, ...kept } = figures;
  return { ...kept, settledShare: settledShare(figures) };
}

/** What was open when some days had not happened yet. */
function without(open: { people: number; doses: number }, days: readonly DayFlow[]) {
  const grown = (of: "people" | "doses") => days.reduce((sum, day) => sum + growth(day, of), 0);
  return { people: open.people - grown("people"), doses: open.doses - grown("doses") };
}

/** The content of a report: what is read, and nothing that could be counted another way later. */
export function reportContent(source: ReportSource): ReportContent {
  const { period, figures, today } = source;
  const within = source.days.filter(({ day }) => day <= period.to);
  const since = source.days.filter(({ day }) => day > period.to);
  const after = without({ people: figures.open, doses: figures.doses.open }, since);
  return {
    version: 1,
    unit: source.unit,
    author: source.author,
    period,
    writtenOn: today,
    cutOff: source.at.toISOString(),
    figures: figuresOf(figures),
    lateness: { ...source.lateness, stuckDays: STUCK_DAYS },
    before: without(after, within),
    after,
    flow: flowOf(sumOfDays(within)),
    days: within.map((flow) => ({ day: flow.day, ...flowOf(flow) })),
    quality: source.quality,
    target: source.target,
    neededPerDay: source.neededPerDay,
    peoplePerDay: source.peoplePerDay,
    end: source.end,
    levers: source.levers.map(({ kind, ref, tasks, saved, end }) => ({
      ...{ kind, ref, tasks, saved, end },
    })),
    own: source.own && lineOf(source.own),
    units: source.units.map(({ id, name, figures: of, flow }) => ({
      ...{ id, name, ...lineOf(of) },
      opened: flow.opened.people + flow.reopened.people,
      closed: flow.cleaned.people + flow.otherwise.people,
    })),
    sources: source.sources.map(({ system, figures: of }) => ({ system, ...lineOf(of) })),
  };
}
