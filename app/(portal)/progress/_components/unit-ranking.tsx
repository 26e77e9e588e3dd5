import { listHref, type Params, type Sort, sortHrefs } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { type Figures, settledShare } from "@/lib/domain/progress/figure";
import type { LineFilter } from "@/lib/domain/progress/line-filter";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { NightOutlook } from "@/lib/server/progress/outlooks";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { lineHref } from "../line-href";
import { outlookWords } from "./outlook-words";
import { COLUMNS, type UnitColumn } from "./unit-columns";
import { type UnitRow, UnitTable } from "./unit-table";

interface Line {
  id: string;
  name: string;
  /** whose list a figure opens */
  unitId: string;
  own?: true;
  figures: Figures;
  doneInWeek: number | null;
  outlook: NightOutlook | null;
}

const SORT_KEYS = [
  "name",
  "settledShare",
  "doneInWeek",
  "outlook",
  ...COLUMNS.map(({ id }) => id),
] as const;
type SortKey = (typeof SORT_KEYS)[number];

/** Most work first, unless the address says otherwise. */
function readSort(params: Params): Sort & { key: SortKey } {
  const key = SORT_KEYS.find((one) => one === params.sort);
  if (!key) return { key: "open", direction: "desc" };
  return { key, direction: params.direction === "asc" ? "asc" : "desc" };
}

function figureOf(line: Line, key: Exclude<SortKey, "name">): number {
  if (key === "settledShare") return settledShare(line.figures) ?? -1;
  if (key === "doneInWeek") return line.doneInWeek ?? -1;
  if (key === "outlook") return outlookOrder(line.outlook);
  return COLUMNS.find(({ id }) => id === key)?.people(line.figures) ?? 0;
}

/** What is done comes first, then by the likely day, then what has none. */
function outlookOrder(outlook: NightOutlook | null): number {
  if (outlook?.kind === "done") return 0;
  return outlook?.likely ? Date.parse(outlook.likely) : Number.MAX_SAFE_INTEGER;
}

/** Lines come by name; equal figures keep that order. */
function sorted(lines: Line[], { key, direction }: Sort & { key: SortKey }): Line[] {
  const turn = direction === "asc" ? 1 : -1;
  if (key === "name") return direction === "asc" ? lines : lines.toReversed();
  return lines.toSorted((a, b) => turn * (figureOf(a, key) - figureOf(b, key)));
}

async function linesOf({ unit, children, own }: ProgressPage): Promise<Line[]> {
  const t = await getTranslator("progress.units");
  const below = children.map(({ id, name, figures, doneInWeek, outlook }) => ({
    id,
    name,
    unitId: id,
    figures,
    doneInWeek,
    outlook,
  }));
  if (!own) return below;
  const here = { id: "own", name: t("own"), unitId: unit.id, own: true, figures: own } as const;
  return [...below, { ...here, doneInWeek: null, outlook: null }];
}

function cellOf(line: Line, { people, filter }: UnitColumn, locale: Locale) {
  const own: LineFilter = line.own ? { own: "1" } : {};
  const count = people(line.figures);
  return {
    text: formatNumber(count, 0, locale),
    href: count > 0 ? lineHref(line.unitId, { ...filter, ...own }) : undefined,
  };
}

function rowOf(line: Line, locale: Locale, outlook: string): UnitRow {
  const share = settledShare(line.figures);
  return {
    id: line.id,
    name: line.name,
    href: line.own ? undefined : listHref("/progress", {}, { unit: line.id }),
    cells: Object.fromEntries(COLUMNS.map((one) => [one.id, cellOf(line, one, locale)])),
    settledShare: share === null ? "–" : formatPercent(share, 1, locale),
    doneInWeek: line.doneInWeek === null ? "–" : formatNumber(line.doneInWeek, 0, locale),
    outlook,
  };
}

/** The units below, each with its figures; a unit opens its own page, a figure its list. */
export async function UnitRanking(props: { progress: ProgressPage; params: Params }) {
  const { progress, params } = props;
  const t = await getTranslator("progress");
  const locale = await getLocale();
  const sort = readSort(params);
  const withRecords = (await linesOf(progress)).filter(({ figures }) => figures.total > 0);
  const outlookOf = await outlookWords();
  const rows = sorted(withRecords, sort).map((line) =>
    rowOf(line, locale, outlookOf(line.outlook)),
  );
  const place = { pathname: "/progress", params, sort };
  return (
    <Card title={t("units.title")} flush="table">
      <ClientMessages namespaces={["common", "progress"]}>
        <UnitTable
          rows={rows}
          sort={{ ...sort, hrefs: sortHrefs(place, SORT_KEYS) }}
          empty={<p className="p-5 text-quiet">{t("units.none")}</p>}
        />
      </ClientMessages>
    </Card>
  );
}
