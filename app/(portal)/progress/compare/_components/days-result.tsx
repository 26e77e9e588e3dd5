import { TrendChart } from "@/components/charts/trend-chart";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { BETWEEN } from "@/lib/domain/progress/comparison";
import { formatDate, formatDateTime, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { UnitOnDays } from "@/lib/server/progress/compare";
import { lineHref } from "../../line-href";
import { SideTable } from "./side-table";

const NOTHING = "–";
const MINUS = "\u2212";

/** What begins later than was asked for is said, not drawn as nothing. */
async function Missing({ days: { first, from } }: { days: UnitOnDays }) {
  const t = await getTranslator("compare.days");
  if (first === null) return <Banner>{t("never")}</Banner>;
  return from < first ? <Banner>{t("before", { day: formatDate(first) })}</Banner> : null;
}

async function Open({ days }: { days: UnitOnDays }) {
  const t = await getTranslator("compare.days");
  const locale = await getLocale();
  const { unit, from, to, today, openFrom, openTo } = days;
  const written = (open: number | null) =>
    open === null ? NOTHING : formatNumber(open, 0, locale);
  const cell = (day: string, open: number | null) => ({
    text: written(open),
    // Of another day than today there is a figure, and no list.
    href: day === today && open ? lineHref(unit.id) : undefined,
  });
  const change = openFrom === null || openTo === null ? null : openTo - openFrom;
  const sign = change && change > 0 ? "+" : change ? MINUS : "";
  const column = (day: string) => (day === today ? t("now") : formatDate(day));
  return (
    <SideTable
      caption={t("openCaption", { from: formatDate(from), to: formatDate(to) })}
      head={t("figure")}
      columns={[
        { key: "from", text: column(from) },
        { key: "to", text: column(to) },
        { key: "change", text: t("change") },
      ]}
      rows={[
        {
          key: "open",
          label: t("open"),
          note: t("openNote"),
          cells: [
            cell(from, openFrom),
            cell(to, openTo),
            { text: change === null ? NOTHING : `${sign}${written(Math.abs(change))}` },
          ],
        },
      ]}
    />
  );
}

async function Between({ days }: { days: UnitOnDays }) {
  const t = await getTranslator("compare.days");
  const locale = await getLocale();
  const { unit, between, since, to, workingDays } = days;
  const hrefOf = (happened: keyof typeof between) =>
    between[happened] === 0 || !since
      ? undefined
      : lineHref(unit.id, { happened, from: since, to });
  const written = (value: number, digits: number) =>
    `${value < 0 ? MINUS : ""}${formatNumber(Math.abs(value), digits, locale)}`;
  return (
    <SideTable
      caption={t("betweenCaption")}
      head={t("happened")}
      columns={[
        { key: "people", text: t("people") },
        { key: "perDay", text: t("perDay") },
      ]}
      rows={BETWEEN.map((key) => ({
        key,
        label: t(`event.${key}`),
        cells: [
          { text: written(between[key], 0), href: hrefOf(key) },
          { text: workingDays > 0 ? written(between[key] / workingDays, 1) : NOTHING },
        ],
      }))}
    />
  );
}

/** A unit at the end of two days, and what happened between them. */
export async function DaysResult({ days }: { days: UnitOnDays }) {
  const t = await getTranslator("compare.days");
  const { unit, at, from, to, since, workingDays, line } = days;
  const span = { from: formatDate(from), to: formatDate(to) };
  return (
    <>
      <Missing days={days} />
      <Card title={t("title", { unit: unit.name, ...span })}>
        <p className="mb-3 text-sm text-quiet">{t("lead", { at: formatDateTime(at) })}</p>
        <Open days={days} />
      </Card>
      {since ? (
        <Card title={t("betweenTitle")}>
          <p className="mb-3 text-sm text-quiet">
            {t("betweenLead", { ...span, from: formatDate(since), days: workingDays })}
          </p>
          <Between days={days} />
        </Card>
      ) : null}
      {line.length > 1 ? (
        <Card title={t("lineTitle")}>
          <TrendChart
            history={line.map(({ day, open }) => ({ date: day, value: open }))}
            caption={t("lineCaption", { unit: unit.name, ...span })}
            unit={t("unit")}
          />
        </Card>
      ) : null}
    </>
  );
}
