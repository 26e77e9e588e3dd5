import { listHref } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslator } from "@/lib/i18n/server";

/** In place of a list that holds nothing: the figure was another one when it was read. */
export async function NoLines({ unitId, title }: { unitId: string; title: string }) {
  const t = await getTranslator("progress.list");
  const href = listHref("/progress", {}, { unit: unitId });
  return (
    <EmptyState
      icon="progress"
      title={title}
      action={<LinkButton href={href}>{t("back")}</LinkButton>}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}
