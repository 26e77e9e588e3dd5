/** yyyy-MM-dd and how many there were. */
export interface DayValue {
  date: string;
  value: number;
}

export interface DayForecast {
  date: string;
  low: number;
  likely: number;
  high: number;
}

export interface DaySpan {
  from: string;
  to: string;
  /** campaign, holiday */
  label: string;
}

export interface TrendData {
  history: readonly DayValue[];
  forecast?: readonly DayForecast[];
  /** ends of a straight line, or any points */
  plan?: readonly DayValue[];
  /** the day by which it should be done */
  deadline?: string;
  marks?: readonly DaySpan[];
}

/** First and last day of all that is drawn; null without any point. Marks are cut off there. */
export function daySpan(data: TrendData): [from: string, to: string] | null {
  const { history, forecast = [], plan = [], deadline } = data;
  const points = [...history, ...forecast, ...plan].map(({ date }) => date);
  const days = (deadline && points.length > 0 ? [...points, deadline] : points).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to && from < to ? [from, to] : null;
}

/** All values that have to find room. */
export function valuesOf({ history, forecast = [], plan = [] }: TrendData): number[] {
  return [
    ...history.map(({ value }) => value),
    ...forecast.map(({ high }) => high),
    ...plan.map(({ value }) => value),
  ];
}

/** The forecast from where the history ends, so that the band opens there. */
export function openedForecast({ history, forecast = [] }: TrendData): DayForecast[] {
  const last = history.at(-1);
  if (!last || forecast.length === 0) return [...forecast];
  const start = { date: last.date, low: last.value, likely: last.value, high: last.value };
  return [start, ...forecast.filter(({ date }) => date > last.date)];
}

/** Marks within the days that are drawn. */
export function shownMarks(data: TrendData): DaySpan[] {
  const days = daySpan(data);
  if (!days) return [];
  const [first, last] = days;
  return (data.marks ?? [])
    .filter(({ from, to }) => from <= last && to >= first)
    .map(({ from, to, label }) => ({
      from: [from, first].sort().at(-1) ?? from,
      to: [to, last].sort()[0] ?? to,
      label,
    }));
}

export interface TrendRow {
  day: string;
  history?: number;
  low?: number;
  likely?: number;
  high?: number;
  plan?: number;
}

/** Every day with a point, the earliest first. */
export function trendRows({ history, forecast = [], plan = [] }: TrendData): TrendRow[] {
  const rows = new Map<string, TrendRow>();
  const add = (day: string, figures: Partial<TrendRow>) =>
    rows.set(day, { ...rows.get(day), ...figures, day });
  for (const { date, value } of history) add(date, { history: value });
  for (const { date, low, likely, high } of forecast) add(date, { low, likely, high });
  for (const { date, value } of plan) add(date, { plan: value });
  return [...rows.values()].sort((a, b) => a.day.localeCompare(b.day));
}
