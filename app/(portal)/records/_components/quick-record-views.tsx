import { listHref, type Params } from "@/components/data-table/href";
import { isOnly } from "@/components/data-table/list-address";
import { type QuickView, QuickViews } from "@/components/ui/quick-views";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getRecordCounts } from "@/lib/server/records/list-counts";
import type { RecordFilter } from "@/lib/server/records/list-filter";
import { standingWords } from "./standing-words";

interface QuickRecordViewsProps {
  filter: RecordFilter;
  /** order and look, which stay */
  kept: Params;
}

/** Ready-made views: by where the comparison left a record, each with how many it has. */
export async function QuickRecordViews({ filter, kept }: QuickRecordViewsProps) {
  const t = await getTranslator("lists.views");
  const words = await standingWords();
  const locale = await getLocale();
  const { total, open, standings } = await getRecordCounts();
  const view = (label: string, n: number, standing?: string): QuickView => ({
    // The order is named: without any parameter the list opens with the officer's own view.
    href: listHref("/records", { sort: "name", ...kept }, { standing }),
    label,
    count: formatNumber(n, 0, locale),
    current: isOnly(filter, { standing }),
  });
  const views = [
    view(t("all"), total),
    ...(open > 0 ? [view(words("task"), open, "task")] : []),
    ...standings.map(({ standing, n }) => view(words(standing), n, standing)),
  ];
  return <QuickViews label={t("label")} views={views} />;
}
