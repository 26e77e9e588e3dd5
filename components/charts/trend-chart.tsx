import { getTranslator } from "@/lib/i18n/server";
import { ChartTable } from "./chart-table";
import { axisDay, countWriter } from "./chart-words";
import { Legend } from "./legend";
import { PlotFrame } from "./plot-frame";
import { dayTicks, makePlot, valueTicks } from "./scale";
import { daySpan, type TrendData, trendRows, valuesOf } from "./trend-data";
import { trendLegend } from "./trend-legend";
import { TrendLines, TrendOver } from "./trend-parts";

export interface TrendChartProps extends TrendData {
  caption: string;
  /** what is counted: "người" */
  unit: string;
}

const MOST_DAYS = 8;

/**
 * What remained on each day, how it may go on, what was planned and by when it should be done. Days are
 * yyyy-MM-dd; the forecast begins where the history ends. The table below the picture holds the same points.
 */
export async function TrendChart({ caption, unit, ...data }: TrendChartProps) {
  const t = await getTranslator("charts");
  const { count, axis } = await countWriter();
  const days = daySpan(data);
  if (!days) return <p className="text-quiet">{t("noData")}</p>;
  const ticks = valueTicks(valuesOf(data));
  const plot = makePlot(days, ticks);
  const number = (value: number | undefined) => ({
    text: value === undefined ? "–" : count(value),
  });
  return (
    <figure>
      <figcaption className="mb-3">
        <Legend label={t("legend")} entries={await trendLegend(data)} />
      </figcaption>
      <PlotFrame
        label={caption}
        values={ticks.map((tick) => ({ y: plot.y(tick), text: axis(tick) }))}
        days={dayTicks(...days, MOST_DAYS).map((day) => ({
          x: plot.x(day),
          text: axisDay(day, days),
        }))}
        over={<TrendOver data={data} plot={plot} />}
        unit={unit}
      >
        <TrendLines data={data} plot={plot} />
      </PlotFrame>
      <ChartTable
        caption={`${caption} (${unit})`}
        columns={[
          t("day"),
          t("trend.history"),
          t("trend.low"),
          t("trend.likely"),
          t("trend.high"),
          t("trend.plan"),
        ]}
        rows={trendRows(data).map(({ day, history, low, likely, high, plan }) => ({
          key: day,
          cells: [{ text: axisDay(day, days) }, ...[history, low, likely, high, plan].map(number)],
        }))}
      />
    </figure>
  );
}
