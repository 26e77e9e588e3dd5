import { getTranslator } from "@/lib/i18n/server";
import { ChartTable } from "./chart-table";
import { countWriter, shortDay } from "./chart-words";
import { type DayFlow, netOf, sumOf } from "./day-flow";
import { BAR_SIGNS, FlowBar } from "./flow-bar";
import { Legend } from "./legend";
import { PlotFrame } from "./plot-frame";
import { dayNumber, dayTicks, makePlot, valueTicks } from "./scale";

interface FlowBarsProps {
  /** the last 14 to 28 days, the earliest first */
  days: readonly DayFlow[];
  caption: string;
  /** what is counted: "người" */
  unit: string;
}

const MOST_DAYS = 8;
const MINUS = "\u2212";
const COUNTED = ["added", "reopened", "cleaned"] as const;

/** What came in above the line, what was cleaned below it, and a bar for what is left of both. */
export async function FlowBars({ days, caption, unit }: FlowBarsProps) {
  const t = await getTranslator("charts");
  const { count, axis } = await countWriter();
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (!first || !last) return <p className="text-quiet">{t("noData")}</p>;
  const signed = (value: number) =>
    value === 0 ? "0" : `${value < 0 ? MINUS : "+"}${count(Math.abs(value))}`;
  const ticks = valueTicks(
    days.flatMap(({ added, reopened, cleaned }) => [added + reopened, -cleaned]),
  );
  const { y } = makePlot([first, last], ticks);
  const slot = 100 / (dayNumber(last) - dayNumber(first) + 1);
  const middle = (day: string) => (dayNumber(day) - dayNumber(first) + 0.5) * slot;
  const sum = sumOf(days);
  const net = netOf(sum);
  const change = net < 0 ? "less" : net > 0 ? "more" : "same";
  return (
    <figure>
      <figcaption className="mb-3 flex flex-col gap-2">
        <p>
          {t("days.sum", {
            days: days.length,
            added: count(sum.added),
            reopened: count(sum.reopened),
            cleaned: count(sum.cleaned),
            net: t(`days.${change}`, { people: count(Math.abs(net)), unit }),
          })}
        </p>
        <Legend
          label={t("legend")}
          entries={BAR_SIGNS.map(({ key, sign }) => ({ key, sign, text: t(`days.${key}`) }))}
        />
      </figcaption>
      <PlotFrame
        label={caption}
        unit={unit}
        values={ticks.map((tick) => ({ y: y(tick), text: axis(Math.abs(tick)) }))}
        days={dayTicks(first, last, MOST_DAYS).map((day) => ({
          x: middle(day),
          text: shortDay(day),
        }))}
      >
        {days.map((day) => (
          <FlowBar key={day.date} day={day} y={y} x={middle(day.date)} width={slot * 0.72} />
        ))}
        <line x2={100} y1={y(0)} y2={y(0)} stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
      </PlotFrame>
      <ChartTable
        caption={`${caption} (${unit})`}
        columns={[t("day"), t("days.added"), t("days.reopened"), t("days.cleaned"), t("days.net")]}
        rows={days.toReversed().map((day) => ({
          key: day.date,
          cells: [
            { text: shortDay(day.date) },
            ...COUNTED.map((key) => ({
              text: count(day[key]),
              href: day[key] > 0 ? day.hrefs?.[key] : undefined,
            })),
            { text: signed(netOf(day)) },
          ],
        }))}
      />
    </figure>
  );
}
