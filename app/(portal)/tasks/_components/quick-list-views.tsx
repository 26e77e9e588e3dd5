import { listHref, type Params } from "@/components/data-table/href";
import { isOnly } from "@/components/data-table/list-address";
import { type QuickView, QuickViews } from "@/components/ui/quick-views";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { MOST_COUNTED } from "@/lib/server/records/figures";
import type { ListCounts } from "@/lib/server/tasks/list-counts";
import type { TaskFilter } from "@/lib/server/tasks/list-filter";

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

interface QuickListViewsProps {
  filter: TaskFilter;
  counts: ListCounts;
  /** order and look, which stay */
  kept: Params;
  /** whoever has tasks of their own */
  works: boolean;
}

type Wanted = Partial<TaskFilter> & { view: "unit" | "mine" | "all" };

/** Ready-made views, each with how many it has. */
export async function QuickListViews({ filter, counts, kept, works }: QuickListViewsProps) {
  const t = await getTranslator("lists.views");
  const words = await getTranslator("common.compare.class");
  const counted = await getTranslator("lists.count");
  const locale = await getLocale();
  const number = (n: number) => formatNumber(n, 0, locale);
  const upTo = (n: number) =>
    n > MOST_COUNTED ? counted("number", { count: number(MOST_COUNTED) }) : number(n);
  const own = works ? "unit" : "all";
  const asked = { ...filter, view: works ? (filter.view ?? own) : own };
  const view = (label: string, count: string, wanted: Wanted): QuickView => ({
    href: listHref("/tasks", kept, wanted),
    label,
    count,
    current: isOnly(asked, wanted),
  });
  const { total, mine, waiting, everybody, overdue, returned, classes } = counts;
  const views = [
    view(t("all"), number(total), { view: own }),
    works ? view(t("mine"), number(mine), { view: "mine" }) : null,
    waiting > 0 ? view(t("waiting"), number(waiting), { view: "mine", state: "waiting" }) : null,
    overdue > 0 ? view(t("overdue"), upTo(overdue), { view: own, overdue: "1" }) : null,
    returned > 0 ? view(t("returned"), upTo(returned), { view: own, returned: "1" }) : null,
    ...classes.map(({ mainClass, n }) => {
      const wanted: Wanted = { view: own, mainClass: mainClass as DifferenceClass };
      return view(capital(words(mainClass as DifferenceClass)), number(n), wanted);
    }),
    works && everybody > total ? view(t("everybody"), number(everybody), { view: "all" }) : null,
  ];
  return <QuickViews label={t("label")} views={views.filter((one) => one !== null)} />;
}
