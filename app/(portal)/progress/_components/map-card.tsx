import { ranksByRate } from "@/components/charts/rank";
import { RankChart } from "@/components/charts/rank-chart";
import { VietnamMap } from "@/components/charts/vietnam-map";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { settledShare } from "@/lib/domain/progress/figure";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ChildLine, ProgressPage } from "@/lib/server/progress/queries";

const unitHref = (id: string) => listHref("/progress", {}, { unit: id });

/** So many are seen at once: about as high as the map beside them. */
const FIRST = 10;

/** What was settled a week ago, as far as what was open then tells: nothing, where its work has only begun since. */
function shareBefore({ figures, openBefore }: ChildLine): number | null {
  if (openBefore <= 0 && figures.open > 0) return null;
  return settledShare({ ...figures, open: openBefore });
}

/** The provinces on the map, darker the more of their records still need somebody. */
export async function MapCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress.map");
  const locale = await getLocale();
  const rows = progress.children.map(({ id, name, figures }) => {
    const rate = figures.total > 0 ? Math.round((1000 * figures.open) / figures.total) / 10 : null;
    const people = formatNumber(figures.open, 0, locale);
    return {
      code: id.slice(1),
      name,
      value: rate,
      text:
        rate === null
          ? t("none")
          : t("left", { people, rate: formatPercent(rate / 100, 1, locale) }),
      href: unitHref(id),
    };
  });
  return (
    <Card title={t("title")}>
      <VietnamMap provinces={34} rows={rows} caption={t("caption")} unit={t("unit")} />
    </Card>
  );
}

/** Units by the share that is settled, with how their places have changed in a week. */
export async function RankCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress.rank");
  const locale = await getLocale();
  const units = progress.children.filter(({ figures }) => figures.total > 0);
  if (units.length < 2) return null;
  const now = ranksByRate(new Map(units.map((one) => [one.id, settledShare(one.figures)])));
  const before = ranksByRate(new Map(units.map((one) => [one.id, shareBefore(one)])));
  const rows = units
    .map(({ id, name, figures }) => {
      const rate = settledShare(figures);
      return {
        id,
        name,
        href: unitHref(id),
        rank: now.get(id) ?? null,
        rankBefore: before.get(id) ?? null,
        rate,
        rateText: rate === null ? "–" : formatPercent(rate, 1, locale),
        countText: t("left", { people: formatNumber(figures.open, 0, locale) }),
      };
    })
    .toSorted((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const unit = (await getTranslator("progress"))("people");
  const [first, more] = [rows.slice(0, FIRST), rows.slice(FIRST)];
  return (
    <Card title={t("title")}>
      <RankChart rows={first} caption={t("caption")} unit={unit} />
      {more.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer py-1 text-action">
            {t("more", { units: more.length })}
          </summary>
          <RankChart rows={more} caption={t("caption")} unit={unit} />
        </details>
      ) : null}
    </Card>
  );
}
