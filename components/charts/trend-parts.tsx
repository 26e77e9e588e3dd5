import { getTranslator } from "@/lib/i18n/server";
import { shortDay } from "./chart-words";
import { areaPath, hatchPath, linePath, type PlotPoint } from "./paths";
import type { Plot } from "./scale";
import { openedForecast, shownMarks, type TrendData } from "./trend-data";
import { STROKES } from "./trend-strokes";

interface PartProps {
  data: TrendData;
  plot: Plot;
}

/** Per cent of the width between two strokes of the band. */
const HATCH = 1.25;

/** A, B, C …: named in the legend, where there is room for words. */
export const letterOf = (at: number) => String.fromCharCode(65 + at);

function Upright({ x, stroke }: { x: number; stroke: object }) {
  return <line x1={x} x2={x} y1={0} y2={100} {...stroke} vectorEffect="non-scaling-stroke" />;
}

function Marks({ data, plot }: PartProps) {
  return shownMarks(data).map(({ from, to, label }) => {
    const [left, right] = [plot.x(from), plot.x(to)];
    return (
      <rect
        key={`${from} ${label}`}
        x={left}
        width={Math.max(0.6, right - left)}
        y={0}
        height={100}
        {...STROKES.mark}
        vectorEffect="non-scaling-stroke"
      >
        <title>{label}</title>
      </rect>
    );
  });
}

/** Everything of the trend that is drawn on the stretched square. */
export function TrendLines({ data, plot }: PartProps) {
  const at = (date: string, value: number): PlotPoint => [plot.x(date), plot.y(value)];
  const forecast = openedForecast(data);
  const high = forecast.map((day) => at(day.date, day.high));
  const low = forecast.map((day) => at(day.date, day.low));
  const likely = forecast.map((day) => at(day.date, day.likely));
  const history = data.history.map(({ date, value }) => at(date, value));
  const plan = (data.plan ?? []).map(({ date, value }) => at(date, value));
  const line = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  const last = data.history.at(-1);
  return (
    <>
      <Marks data={data} plot={plot} />
      <path d={areaPath(high, low)} fill="var(--action-soft)" />
      <path d={hatchPath(high, low, HATCH)} {...line} {...STROKES.hatch} />
      <path d={linePath(high)} {...line} {...STROKES.edge} />
      <path d={linePath(low)} {...line} {...STROKES.edge} />
      <path d={linePath(plan)} {...line} {...STROKES.plan} />
      {last && forecast.length > 0 ? (
        <Upright x={plot.x(last.date)} stroke={STROKES.today} />
      ) : null}
      {data.deadline ? <Upright x={plot.x(data.deadline)} stroke={STROKES.deadline} /> : null}
      <path d={linePath(likely)} {...line} {...STROKES.likely} />
      <path d={linePath(history)} {...line} {...STROKES.history} />
    </>
  );
}

/** To the left of its line where the right half would end outside the plot. */
function Flag({ x, lane, text }: { x: number; lane: 0 | 1; text: string }) {
  return (
    <span
      className={`absolute bg-surface px-1 whitespace-nowrap text-ink @max-[9rem]:hidden ${x > 60 ? "-ml-1 -translate-x-full" : "ml-1"} ${lane === 0 ? "top-0" : "top-5"}`}
      style={{ left: `${x}%` }}
    >
      {text}
    </span>
  );
}

/** The words on the plot. */
export async function TrendOver({ data, plot }: PartProps) {
  const t = await getTranslator("charts.trend");
  const last = data.history.at(-1);
  return (
    <>
      {shownMarks(data).map(({ from, to, label }, at) => (
        <span
          key={`${from} ${label}`}
          className="absolute bottom-1 size-5 -translate-x-1/2 rounded-md border border-edge bg-surface text-center leading-[1.125rem] text-ink"
          style={{ left: `${(plot.x(from) + plot.x(to)) / 2}%` }}
        >
          {letterOf(at)}
        </span>
      ))}
      {last && (data.forecast ?? []).length > 0 ? (
        <Flag x={plot.x(last.date)} lane={1} text={t("today", { day: shortDay(last.date) })} />
      ) : null}
      {data.deadline ? (
        <Flag
          x={plot.x(data.deadline)}
          lane={0}
          text={t("deadline", { day: shortDay(data.deadline) })}
        />
      ) : null}
    </>
  );
}
