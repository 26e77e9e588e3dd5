import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import type { ListSearch } from "@/lib/server/records/search";
import { MOST_FOUND } from "@/lib/server/records/search";

interface SearchNoticeProps {
  search: ListSearch | null;
  clearHref: string;
}

/** What the list was searched for. It is on the page alone, never in its address or title. */
export async function SearchNotice({ search, clearHref }: SearchNoticeProps) {
  const t = await getTranslator("lists.search");
  if (!search) return null;
  if (search.gone) return <Banner title={t("gone")}>{t("goneBody")}</Banner>;
  return (
    <div className="mb-3 flex flex-col gap-1">
      <p role="status" className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{t("of", { terms: search.terms })}</span>
        <TextLink href={clearHref}>{t("clear")}</TextLink>
      </p>
      {search.more ? <p className="text-sm">{t("more", { most: MOST_FOUND })}</p> : null}
      {search.marked ? <p className="text-sm text-quiet">{t("marks")}</p> : null}
    </div>
  );
}
