import type { FigureCell, FigureColumn } from "@/components/data-table/figure-table";
import { settledShare } from "@/lib/domain/progress/figure";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { PlaceFigures } from "@/lib/server/progress/groups";

/** Columns that a table of groups and one of communes share, after the name. */
export async function figureColumns(): Promise<FigureColumn[]> {
  const t = await getTranslator("compare.groups.column");
  return [
    { id: "rank", header: t("rank"), end: true },
    { id: "total", header: t("total"), end: true },
    { id: "open", header: t("open"), end: true },
    { id: "overdue", header: t("overdue"), end: true },
    { id: "settled", header: t("settled"), end: true },
  ];
}

interface Links {
  total?: string;
  open?: string;
  overdue?: string;
}

/** Writes a place's figures for the reader, each with its list where it has one. */
export async function figureWriter() {
  const locale = await getLocale();
  const count = (people: number, href?: string): FigureCell => ({
    text: formatNumber(people, 0, locale),
    href: people > 0 ? href : undefined,
  });
  return (place: PlaceFigures, rank: number | undefined, links: Links = {}) => {
    const share = settledShare(place.figures);
    return {
      rank: { text: rank === undefined ? "–" : formatNumber(rank, 0, locale) },
      total: count(place.figures.total, links.total),
      open: count(place.figures.open, links.open),
      overdue: count(place.overdue, links.overdue),
      settled: share === null ? { text: "–" } : { text: formatPercent(share, 1, locale), share },
    } satisfies Record<string, FigureCell>;
  };
}

/** The first by rate first, what has none last; equal ones stay in the order of names. */
export function byRank<Row extends { id: string }>(
  rows: readonly Row[],
  ranks: ReadonlyMap<string, number>,
): Row[] {
  const place = ({ id }: Row) => ranks.get(id) ?? rows.length + 1;
  return rows.toSorted((a, b) => place(a) - place(b));
}
