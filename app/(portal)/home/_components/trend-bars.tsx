import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";

interface Day {
  /** yyyy-MM-dd */
  day: string;
  people: number;
}

const WIDTH = 10;
const GAP = 2;
const HEIGHT = 40;

/** One bar a day, drawn by the server; the sentence under it says what there is to see. */
export async function TrendBars({ days }: { days: readonly Day[] }) {
  const t = await getTranslator("home.progress");
  const people = days.reduce((sum, one) => sum + one.people, 0);
  const [best] = days.toSorted((a, b) => b.people - a.people);
  if (people === 0 || !best) return <p className="text-sm text-quiet">{t("trendNone")}</p>;
  return (
    <figure className="flex flex-col gap-2">
      <svg
        viewBox={`0 0 ${days.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
        preserveAspectRatio="xMinYMid meet"
        aria-hidden
        className="h-10 w-48 text-action"
      >
        {days.map((one, at) => {
          const tall = Math.max(1, (one.people / best.people) * HEIGHT);
          return (
            <rect
              key={one.day}
              x={at * (WIDTH + GAP)}
              y={HEIGHT - tall}
              width={WIDTH}
              height={tall}
              fill={one.people > 0 ? "currentColor" : "var(--line)"}
            >
              <title>{t("dayPeople", { day: formatDate(one.day), people: one.people })}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="text-sm text-quiet">
        {t("trend", { people, most: best.people, day: formatDate(best.day) })}
      </figcaption>
    </figure>
  );
}
