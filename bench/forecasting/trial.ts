import { seeded } from "@/lib/domain/matching/estimate/seeded";
import { daysFrom } from "@/lib/domain/progress/forecast/ahead";
import { forecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { ForecastInput } from "@/lib/domain/progress/forecast/input";
import { KINDS, type Kind, knownAt, makePlot, runCampaign } from "./campaign";

/** Days from an origin to the end as somebody expects it; infinite where they say "not". */
export interface Expected {
  from: number;
  likely: number;
  to: number;
}

export type Forecaster = (input: ForecastInput) => Expected;

/** One forecast beside what came of it, in days after the origin. */
export interface Trial extends Expected {
  kind: Kind;
  week: number;
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

/** Campaigns of every kind, forecast at several weeks; those that never ended are left out. */
export function trialsOf(
  forecaster: Forecaster,
  { seed, units }: { seed: number; units: number },
): Trial[] {
  return KINDS.flatMap((kind, at) =>
    Array.from({ length: units }, (_, unit) => {
      const chance = seeded(seed * 1_000_003 + at * 1009 + unit);
      const campaign = runCampaign(makePlot(kind, chance), chance);
      const { end } = campaign;
      if (end === null) return [];
      const first = campaign.days.findIndex(({ done }) => done > 0);
      const origins = ORIGINS.filter((week) => first + week * 7 + NEAREST <= end);
      return origins.map((week): Trial => {
        const at = first + week * 7;
        const expected = forecaster(knownAt(campaign, at));
        return { kind, week, seen: at >= campaign.plot.from, end: end - at, ...expected };
      });
    }).flat(),
  );
}
