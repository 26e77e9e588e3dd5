import Link from "next/link";
import type { SortLinks as Links } from "@/components/data-table/list-address";
import { buttonStyle } from "@/components/ui/button-style";
import { Icon } from "@/components/ui/icon";
import { getTranslator } from "@/lib/i18n/server";

interface SortLinksProps {
  sort: Links;
  options: readonly { key: string; label: string }[];
}

/** The orders of a list on a phone, where the titles of the columns are hidden. */
export async function SortLinks({ sort, options }: SortLinksProps) {
  const t = await getTranslator("lists.sort");
  return (
    <nav aria-label={t("label")} className="md:hidden">
      <p aria-hidden className="mb-1 text-sm text-quiet">
        {t("label")}
      </p>
      <ul className="grid grid-cols-2 gap-2">
        {options.map(({ key, label }) => {
          const current = key === sort.key;
          return (
            <li key={key}>
              <Link
                href={sort.hrefs[key] ?? ""}
                aria-current={current ? "true" : undefined}
                className={buttonStyle({
                  size: "sm",
                  className:
                    "w-full font-normal aria-[current]:border-action aria-[current]:bg-action-soft aria-[current]:font-semibold aria-[current]:text-action",
                })}
              >
                {label}
                {current ? (
                  <Icon
                    name={sort.direction === "asc" ? "up" : "down"}
                    size={16}
                    label={t(sort.direction)}
                  />
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
