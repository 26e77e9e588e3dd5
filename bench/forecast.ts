// When a unit will be done, beside what came of it: npm run bench:forecast [-- --json <file> --units <n> --seed <n>]
// Simulated campaigns of eleven kinds (forecasting/campaign.ts), forecast after 6, 10, 16, 24 and 36 weeks; the seed is
// none of those that the method was tuned on. The peer is the average of the last 14 days with the normal
// interval of that average; the limit of coverage is what an interval of 80 % promises. Then the published
// series of 2022: two forecasts, with people in place of minutes. docs/decisions/0040-forecast.md
import { parseArgs } from "node:util";
import { forecastEnd } from "@/lib/domain/progress/forecast/forecast-end";
import type { ForecastInput } from "@/lib/domain/progress/forecast/input";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { CALENDAR, KINDS } from "./forecasting/campaign";
import { figuresOf } from "./forecasting/figures";
import { publishedFigures } from "./forecasting/published";
import { ORIGINS, type Trial, trialsOf } from "./forecasting/trial";
import { type Result, report, round, say } from "./result";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    json: { type: "string" },
    units: { type: "string", default: "40" },
    seed: { type: "string", default: "7001" },
  },
});

/** What can't be known before it has begun is shown apart. */
const SUDDEN = ["boosterUnplanned", "doubled", "halved", "released", "newInflow"] as const;

function simulated(trials: readonly Trial[]): Result[] {
  const of = (name: string, meant: (one: Trial) => boolean) =>
    figuresOf(name, trials.filter(meant));
  return [
    ...of("all", () => true),
    ...KINDS.flatMap((kind) => of(kind, (one) => one.kind === kind)),
    ...SUDDEN.flatMap((kind) => [
      ...of(`${kind}, to come`, (one) => one.kind === kind && !one.seen).slice(0, 1),
      ...of(`${kind}, begun`, (one) => one.kind === kind && one.seen).slice(0, 1),
    ]),
    ...ORIGINS.flatMap((week) => of(`after ${week} weeks`, (one) => one.week === week)),
  ];
}

const DAYS = 400;
const TODAY = "2027-03-01";
const ROUNDS = 30;

/** 400 days of history, with an end in about `years`; the slowest of what a page may ask. */
function longInput(years: number): ForecastInput {
  const days = Array.from({ length: DAYS }, (_, at) => {
    const done = at % 7 < 5 ? 400 + 120 * Math.sin(at * at) : 0;
    return { day: dayAfter(TODAY, at - DAYS), done, added: 20, released: 0 };
  });
  const remaining = years * 250 * 370;
  return { remaining, days, today: TODAY, calendar: CALENDAR, shareOn: () => 100 };
}

function speed(years: number): Result {
  const input = longInput(years);
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    forecastEnd(input);
    return performance.now() - begun;
  }).toSorted((a, b) => a - b);
  const name = `400 days, ${years} years ahead`;
  const median = round(times[ROUNDS / 2] ?? 0);
  return {
    case: name,
    metric: "one forecast, median",
    ours: median,
    peer: null,
    limit: 20,
    unit: "ms",
  };
}

const wanted = { seed: Number(values.seed), units: Number(values.units) };
say(`${KINDS.length} kinds × ${wanted.units} units, seed ${wanted.seed}`);
const { trials, tooEarly, endless } = trialsOf(wanted);
say(
  `${trials.length} forecasts; ${tooEarly} more were too early, ${endless} campaigns never ended`,
);
const times = [0.25, 1, 10].map(speed);
report("forecast", [...simulated(trials), ...publishedFigures(), ...times], values.json);
