import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { StateChip } from "@/components/ui/state-chip";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";

export interface WorkItem {
  key: string;
  /** A sentence with its figure: "Xác minh 9 hồ sơ được giao cho bạn". */
  words: string;
  overdue?: number;
  href: string;
}

/** Lines of work; the whole line is the link. */
export async function WorkLines({ lines }: { lines: readonly WorkItem[] }) {
  const t = await getTranslator("home");
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {lines.map(({ key, words, overdue = 0, href }) => (
        <li key={key}>
          <Link
            href={href}
            prefetch={false}
            className="flex min-h-12 items-center gap-3 px-4 py-2.5 -outline-offset-3 hover:bg-hover hover:text-action md:px-5"
          >
            <span className="min-w-0 flex-1">{words}</span>
            {overdue > 0 ? (
              <StateChip tone="danger">
                {t("overdue", { people: formatNumber(overdue, 0, locale) })}
              </StateChip>
            ) : null}
            <Icon name="chevronRight" className="text-quiet" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
