import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import { type RankChange, rankChange } from "./rank";
import { ShareBar } from "./share-bar";

export interface RankRow {
  id: string;
  name: string;
  href?: string;
  /** null: nothing to rank by */
  rank: number | null;
  rankBefore: number | null;
  /** settled of all, 0 to 1 */
  rate: number | null;
  /** "64,5 %" */
  rateText: string;
  /** "8.003 / 12.408" */
  countText: string;
}

interface RankChartProps {
  /** in the order of their ranks */
  rows: readonly RankRow[];
  caption: string;
  /** what is counted: "người" */
  unit: string;
}

const SIGN = { up: "▲", down: "▼", same: "–" } as const;

/** ▲2 for the eye, "tăng 2 bậc" for the ear. Neither is good or bad by its colour. */
async function Change({ change }: { change: RankChange }) {
  const t = await getTranslator("charts.rank");
  const { direction } = change;
  if (direction === "new") return t("new");
  const places = "places" in change ? change.places : undefined;
  const words =
    direction === "up" || direction === "down"
      ? t(direction, { places: places ?? 0 })
      : t(direction);
  return (
    <>
      <span aria-hidden title={words} className="whitespace-nowrap">
        {SIGN[direction]}
        {places}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
}

async function Line({ row }: { row: RankRow }) {
  const t = await getTranslator("charts.rank");
  const { name, href, rank, rankBefore, rate, rateText, countText } = row;
  return (
    <tr className="relative border-b border-line last:border-0 has-[a:hover]:bg-hover">
      <td className="py-2 pr-1 text-right @2xs:pr-2 align-top font-semibold">
        {rank ?? (
          <>
            <span aria-hidden>–</span>
            <span className="sr-only">{t("none")}</span>
          </>
        )}
      </td>
      <td className="px-1 py-2 @2xs:px-2 align-top text-quiet">
        {rank === null ? null : <Change change={rankChange(rank, rankBefore)} />}
      </td>
      <th scope="row" className="w-full px-1 py-2 @2xs:px-2 text-left font-normal">
        {href ? (
          <TextLink href={href} prefetch={false} className="after:absolute after:inset-0">
            {name}
          </TextLink>
        ) : (
          name
        )}
        <ShareBar share={rate ?? 0} />
        <span className="mt-1 block font-semibold @2xs:hidden">{rateText}</span>
        <span className="mt-1 block text-xs text-quiet @xl:hidden">{countText}</span>
      </th>
      <td className="py-2 pl-2 text-right align-top font-semibold whitespace-nowrap @max-2xs:hidden">
        {rateText}
      </td>
      <td className="py-2 pl-4 text-right align-top whitespace-nowrap text-quiet @max-xl:hidden">
        {countText}
      </td>
    </tr>
  );
}

/**
 * Units by the share that they have settled, with their place a week ago. The bar is the rate; counts stand
 * beside it, so that nobody is measured by size. A table and its picture in one.
 */
export async function RankChart({ rows, caption, unit }: RankChartProps) {
  const t = await getTranslator("charts");
  if (rows.length === 0) return <p className="text-quiet">{t("noData")}</p>;
  const head = "py-1.5 align-bottom";
  return (
    <figure className="@container">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            <th scope="col" className={`${head} pr-2 text-right`}>
              <span className="@max-2xs:sr-only">{t("rank.rank")}</span>
            </th>
            <th scope="col" className={`${head} px-1 @2xs:px-2 text-left @xl:min-w-18`}>
              <span className="@max-xl:sr-only">{t("rank.change")}</span>
            </th>
            <th scope="col" className={`${head} px-1 @2xs:px-2 text-left`}>
              {t("rank.unit")}
            </th>
            <th scope="col" className={`${head} pl-2 text-right @max-2xs:hidden @2xs:min-w-18`}>
              {t("rank.rate")}
            </th>
            <th scope="col" className={`${head} pl-4 text-right @max-xl:hidden @xl:min-w-32`}>
              {t("rank.count")} ({unit})
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <figcaption className="mt-3 text-xs text-quiet">{t("rank.hint")}</figcaption>
    </figure>
  );
}
