import { TrendChart } from "@/components/charts/trend-chart";
import { Card } from "@/components/ui/card";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { Outlook } from "@/lib/server/progress/outlook";
import { sayOutlook } from "./outlook-words";
import { TargetBox } from "./target-box";

/** A straight line from what remains to nothing on the day that is set. */
function planOf({ target, people, today }: Outlook) {
  if (!target || target.deadline <= today || people === 0) return undefined;
  return [
    { date: today, value: people },
    { date: target.deadline, value: 0 },
  ];
}

async function Picture({ outlook }: { outlook: Outlook }) {
  const t = await getTranslator("progress");
  const { history, ahead, target, campaigns, today } = outlook;
  if (history.length < 2 && ahead.length === 0) return null;
  const first = history[0]?.day ?? today;
  return (
    <TrendChart
      history={history.map(({ day, open }) => ({ date: day, value: open }))}
      forecast={ahead.map(({ day, ...rest }) => ({ date: day, ...rest }))}
      plan={planOf(outlook)}
      deadline={target?.deadline}
      marks={campaigns
        .filter(({ to }) => to >= first)
        .map(({ from, to, share }) => ({ from, to, label: t("outlook.campaign", { share }) }))}
      caption={t("outlook.caption", { from: formatDate(first) })}
      unit={t("people")}
    />
  );
}

/** When it will be done, how quick it would have to be, what would help, and the picture of it. */
export async function OutlookCard({ read, mayAim }: { read: Promise<Outlook>; mayAim: boolean }) {
  const t = await getTranslator("progress.outlook");
  const outlook = await read;
  const { forecast, target, speed, helps } = await sayOutlook(outlook);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-5">
        <div className="reading flex flex-col gap-2">
          <p className="text-lg">{forecast}</p>
          <p>
            {target} {speed}
          </p>
          {outlook.end.kind === "interval" ? (
            <p className="text-xs text-quiet">{t("method")}</p>
          ) : null}
        </div>
        <Picture outlook={outlook} />
        {helps.length > 0 ? (
          <section className="reading">
            <h3 className="mb-1 font-semibold">{t("helps")}</h3>
            <ul className="list-disc pl-5">
              {helps.map((help) => (
                <li key={help}>{help}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {mayAim ? <TargetBox outlook={outlook} /> : null}
      </div>
    </Card>
  );
}
