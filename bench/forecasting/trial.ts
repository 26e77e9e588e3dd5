import { seeded } from "@/lib/domain/matching/estimate/seeded";
import { daysFrom } from "@/lib/domain/progress/forecast/ahead";
import { forecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { ForecastInput } from "@/lib/domain/progress/forecast/input";
import { type Campaign, KINDS, type Kind, knownAt, makePlot, runCampaign } from "./campaign";

/** Days from an origin to the end as somebody expects it; infinite where they say "not". */
export interface Expected {
  from: number;
  likely: number;
  to: number;
}

/** null: says that it is too early for an interval. */
export type Forecaster = (input: ForecastInput) => Expected | null;

/** One forecast beside what came of it, in days after the origin. */
export interface Trial {
  kind: Kind;
  week: number;
  ours: Expected;
  peer: Expected;
  /** whether what the kind is named after had begun */
  seen: boolean;
  end: number;
}

/** Weeks after the first day of work. */
export const ORIGINS = [6, 10, 16, 24, 36];
/** An end this near is no forecast. */
const NEAREST = 7;

export const ours: Forecaster = (input) => {
  const found = forecastEnd(input);
  if (found.kind === "plain") return null;
  if (found.kind !== "interval")
    return {
      from: Number.POSITIVE_INFINITY,
      likely: Number.POSITIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
    };
  const days = (day: string | null) =>
    day === null ? Number.POSITIVE_INFINITY : daysFrom(input.today, day);
  return { from: days(found.from), likely: days(found.likely), to: days(found.to) };
};

const Z = 1.2816;
const DAYS = 14;

/** What stands on many boards: the average of 14 days, with the normal interval of that average. */
export const naive: Forecaster = ({ days, remaining }) => {
  const net = days.slice(-DAYS).map(({ done, added }) => done - added);
  const mean = net.reduce((sum, one) => sum + one, 0) / net.length;
  const variance = net.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (net.length - 1);
  const off = Z * Math.sqrt(variance / net.length);
  const at = (speed: number) =>
    speed > 0 ? Math.floor(remaining / speed) : Number.POSITIVE_INFINITY;
  return { from: at(mean + off), likely: at(mean), to: at(mean - off) };
};

interface Made {
  trials: Trial[];
  /** origins at which ours gave no interval yet */
  tooEarly: number;
  /** campaigns that took longer than was simulated, and are left out */
  endless: number;
}

function tryOne(campaign: Campaign, made: Made): void {
  const { days, end, plot } = campaign;
  const first = days.findIndex(({ done }) => done > 0);
  if (end === null) made.endless += 1;
  for (const week of ORIGINS) {
    const at = first + week * 7;
    if (end === null || at + NEAREST > end) return;
    const input = knownAt(campaign, at);
    const [mine, peer] = [ours(input), naive(input)];
    if (mine === null || peer === null) made.tooEarly += 1;
    else
      made.trials.push({
        ...{ kind: plot.kind, week, seen: at >= plot.from, end: end - at },
        ...{ ours: mine, peer },
      });
  }
}

/** Campaigns of every kind, forecast at several weeks by both. */
export function trialsOf({ seed, units }: { seed: number; units: number }): Made {
  const made: Made = { trials: [], tooEarly: 0, endless: 0 };
  for (const [at, kind] of KINDS.entries())
    for (let unit = 0; unit < units; unit += 1) {
      const chance = seeded(seed * 1_000_003 + at * 1009 + unit);
      tryOne(runCampaign(makePlot(kind, chance), chance), made);
    }
  return made;
}
