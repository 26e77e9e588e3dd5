import { VietnamMap } from "@/components/charts/vietnam-map";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { GroupsPage } from "@/lib/server/progress/groups";

/** What remains in each of the 63 provinces of 2022; their code follows the digit of their tree. */
export async function GroupMap({ page: { unit, groups } }: { page: GroupsPage }) {
  const t = await getTranslator("compare.groups");
  const locale = await getLocale();
  const rows = groups.map(({ id, name, figures }) => {
    const known = figures.total > 0;
    return {
      code: id.slice(1),
      name,
      value: known ? figures.open : null,
      text: known ? t("remain", { people: formatNumber(figures.open, 0, locale) }) : t("noRecords"),
      href: listHref("/progress/groups", {}, { unit: unit.id, in: id }),
    };
  });
  return (
    <Card title={t("mapTitle")}>
      <VietnamMap provinces={63} rows={rows} caption={t("mapCaption")} unit={t("unit")} />
    </Card>
  );
}
