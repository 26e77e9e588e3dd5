import { FlowBars } from "@/components/charts/flow-bars";
import { RankChart } from "@/components/charts/rank-chart";
import { StepFlow } from "@/components/charts/step-flow";
import { TrendChart } from "@/components/charts/trend-chart";
import { VietnamMap } from "@/components/charts/vietnam-map";
import { Card } from "@/components/ui/card";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale } from "@/lib/i18n/server";
import charts from "./chart-figures.json";
import samples from "./samples.json";

const { unit } = charts;

async function MapSample({ provinces }: { provinces: 34 | 63 }) {
  const locale = await getLocale();
  const rows = (provinces === 34 ? charts.today : charts.past).map(([code, name, value]) => ({
    code: String(code),
    name: String(name),
    value: typeof value === "number" ? value : null,
    text:
      typeof value === "number"
        ? charts.remain.replace("{people}", formatNumber(value, 0, locale))
        : charts.noData,
    href: `/design?province=${code}`,
  }));
  const caption = provinces === 34 ? charts.mapCaption : charts.mapPastCaption;
  return <VietnamMap provinces={provinces} rows={rows} caption={caption} unit={unit} />;
}

async function RankSample() {
  const locale = await getLocale();
  const rows = charts.ranks.map(({ name, rank, rankBefore, rate, count }) => ({
    id: name,
    name,
    href: "/design",
    rank,
    rankBefore,
    rate,
    rateText: rate === null ? "–" : formatPercent(rate, 1, locale),
    countText: count,
  }));
  return <RankChart rows={rows} caption={charts.rankCaption} unit={unit} />;
}

/** The pictures of progress, with invented figures. */
export function ChartSamples() {
  const steps = charts.steps.map(([id, label, people]) => ({
    id: String(id),
    label: String(label),
    people: Number(people),
    href: "/design",
  }));
  const moves = charts.moves.map(([from, to, people]) => ({
    from: String(from),
    to: String(to),
    people: Number(people),
  }));
  const { history, forecast, plan, deadline, marks } = charts;
  return (
    <>
      <div className="grid gap-8 xl:grid-cols-2">
        <Card title={samples.charts.map}>
          <MapSample provinces={34} />
        </Card>
        <Card title={samples.charts.rank}>
          <RankSample />
        </Card>
      </div>
      <Card title={samples.charts.trend}>
        <TrendChart
          {...{ history, forecast, plan, deadline, marks }}
          caption={charts.trendCaption}
          unit={unit}
        />
      </Card>
      <Card title={samples.charts.flow}>
        <StepFlow steps={steps} moves={moves} caption={charts.flowCaption} unit={unit} />
      </Card>
      <Card title={samples.charts.days}>
        <FlowBars days={charts.flowDays} caption={charts.daysCaption} unit={unit} />
      </Card>
      <Card title={samples.charts.mapPast}>
        <MapSample provinces={63} />
      </Card>
    </>
  );
}
