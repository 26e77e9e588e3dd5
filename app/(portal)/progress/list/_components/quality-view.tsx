import { FigureTable } from "@/components/data-table/figure-table";
import type { Params } from "@/components/data-table/href";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { QUALITY_DAYS } from "@/lib/server/progress/quality";
import {
  listQualityLines,
  type QualityFilter,
  type QualityLinesPage,
} from "@/lib/server/progress/quality-lines";
import { reasonWriter } from "./line-words";
import { type ListView, nextHref } from "./list-view";
import { NoLines } from "./no-lines";
import { qualityWriter, toldBy } from "./quality-words";

async function rowsOf({ lines }: QualityLinesPage, { quality }: QualityFilter) {
  const [reasonOf, whatOf] = [await reasonWriter(), await qualityWriter(quality)];
  return lines.map((line) => ({
    id: line.key,
    cells: {
      code: { text: line.recordCode },
      unit: { text: line.unitName },
      reason: { text: reasonOf(line) },
      day: { text: formatDate(line.at) },
      what: { text: whatOf(line) },
    },
  }));
}

/** Reports, attempts or sampled corrections: one line for each that the figure counts. */
export async function qualityView(params: Params, filter: QualityFilter): Promise<ListView> {
  const t = await getTranslator("progress.list");
  const page = await listQualityLines(filter);
  const { kind } = toldBy(filter.quality);
  const lead = { count: page.amount, days: QUALITY_DAYS, unit: page.unit.name };
  return {
    trail: page.trail,
    lead: t(`quality.lead.${kind}`, lead),
    table: (
      <ClientMessages namespaces={["common"]}>
        <FigureTable
          caption={t(`quality.caption.${kind}`)}
          empty={<NoLines unitId={page.unit.id} title={t(`quality.empty.${kind}`)} />}
          columns={[
            { id: "code", header: t("column.code"), primary: true },
            { id: "unit", header: t("column.unit") },
            { id: "reason", header: t("column.reason") },
            { id: "day", header: t(`quality.day.${kind}`) },
            { id: "what", header: t(`quality.what.${kind}`) },
          ]}
          rows={await rowsOf(page, filter)}
          next={nextHref(params, page.next)}
        />
      </ClientMessages>
    ),
  };
}
