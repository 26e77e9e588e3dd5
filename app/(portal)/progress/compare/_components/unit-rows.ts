import { pointsBetween, type Rates, ratesOf } from "@/lib/domain/progress/comparison";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { formatNumber, formatPercent, formatPoints } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { Side } from "@/lib/server/progress/compare";
import { lineHref } from "../../line-href";
import type { SideCell, SideRow } from "./side-table";

interface Compared {
  key: "total" | "settled" | "open" | "overdue" | "wrong" | "cleared" | "corrected";
  /** the count, which opens its list */
  people?: (side: Side) => number;
  filter?: LineFilter;
  rate?: keyof Rates;
}

const COMPARED: readonly Compared[] = [
  { key: "total", people: ({ figures }) => figures.total, filter: { records: "total" } },
  { key: "settled", rate: "settled" },
  { key: "open", people: ({ figures }) => figures.open, filter: {} },
  {
    key: "overdue",
    people: ({ overdue }) => overdue,
    filter: { late: "overdue" },
    rate: "overdue",
  },
  { key: "wrong", people: ({ figures }) => figures.wrong, filter: { records: "wrong" } },
  {
    key: "cleared",
    people: ({ figures }) => figures.cleared,
    filter: { records: "cleared" },
    rate: "cleared",
  },
  {
    key: "corrected",
    people: ({ figures }) => figures.corrected,
    filter: { resolution: "corrected" },
  },
];

const NOTHING = "–";

async function writers() {
  const locale = await getLocale();
  const t = await getTranslator("compare.units");
  const points = (value: number | null): SideCell =>
    value === null ? { text: NOTHING } : { text: formatPoints(value, locale), unit: t("points") };
  const cell = (side: Side, { people, filter, rate }: Compared): SideCell => {
    const share = rate ? ratesOf(side.figures, side.overdue)[rate] : null;
    const written = share === null ? NOTHING : formatPercent(share, 1, locale);
    const bar = rate && share !== null ? { text: written, share } : undefined;
    if (!people) return { text: bar ? "" : NOTHING, rate: bar };
    const count = people(side);
    const href = count > 0 ? lineHref(side.unit.id, filter) : undefined;
    return { text: formatNumber(count, 0, locale), href, rate: bar };
  };
  const speed = (value: number | null): SideCell => ({
    text: value === null ? NOTHING : formatNumber(value, 1, locale),
  });
  return { t, locale, points, cell, speed };
}

/** What is compared of two units, line by line: counts with their lists, rates, and the points between them. */
export async function unitRows([one, two]: readonly [Side, Side]): Promise<SideRow[]> {
  const { t, locale, points, cell, speed } = await writers();
  const [a, b] = [one, two].map((side) => ratesOf(side.figures, side.overdue));
  const rows = COMPARED.map((line) => {
    const { key, rate } = line;
    const between = rate && a && b ? pointsBetween(a[rate], b[rate]) : null;
    return {
      key,
      label: t(`row.${key}`),
      note: rate ? t(`rate.${rate}`) : undefined,
      cells: [cell(one, line), cell(two, line), points(between)],
    };
  });
  const [fast, slow] = [one.correctedPerDay, two.correctedPerDay];
  const difference = fast === null || slow === null ? null : fast - slow;
  const last = {
    key: "correctedPerDay",
    label: t("row.correctedPerDay"),
    note: t("rate.correctedPerDay"),
    cells: [
      speed(fast),
      speed(slow),
      { text: difference === null ? NOTHING : formatPoints(difference, locale) },
    ],
  };
  return [...rows, last];
}
