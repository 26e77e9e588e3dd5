import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { StateChip } from "@/components/ui/state-chip";
import { formatDate, formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

export interface WorkItem {
  key: string;
  /** A sentence with its figure: "Xác minh 9 hồ sơ được giao cho bạn". */
  words: string;
  overdue?: number;
  /** the first day on which one is due, yyyy-MM-dd */
  dueOn?: string;
  href: string;
}

/** Lines of work; the whole line is the link. */
export async function WorkLines({ lines }: { lines: readonly WorkItem[] }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ key, words, overdue = 0, dueOn, href }) => (
        <li key={key}>
          <Link
            href={href}
            prefetch={false}
            className="flex min-h-12 items-center gap-3 px-4 py-2.5 -outline-offset-3 hover:bg-hover hover:text-action md:px-5"
          >
            <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span>{words}</span>
              <span className="flex flex-wrap items-center gap-3">
                {overdue > 0 ? (
                  <StateChip tone="danger">
                    {t("overdue", { people: formatNumber(overdue, 0, locale) })}
                  </StateChip>
                ) : null}
                {dueOn && overdue === 0 ? (
                  <span className="text-sm text-quiet tabular-nums">
                    {t("due", { day: formatDate(dueOn) })}
                  </span>
                ) : null}
              </span>
            </span>
            <Icon name="chevronRight" className="text-quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
