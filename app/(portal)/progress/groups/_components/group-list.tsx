import { ranksByRate } from "@/components/charts/rank";
import { FigureTable } from "@/components/data-table/figure-table";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { settledShare } from "@/lib/domain/progress/figure";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { GroupsPage } from "@/lib/server/progress/groups";
import { byRank, figureColumns, figureWriter } from "./group-columns";
import { GroupMap } from "./group-map";
import { WithoutRecords } from "./without-records";

const hasRecords = ({ figures }: { figures: { total: number } }) => figures.total > 0;

/** Where the communes of a group are listed. */
const groupHref = (unitId: string, groupId: string) =>
  listHref("/progress/groups", {}, { unit: unitId, in: groupId });

async function rowsOf({ unit, groups, without, own }: GroupsPage) {
  const t = await getTranslator("compare.groups");
  const locale = await getLocale();
  const write = await figureWriter();
  const ranks = ranksByRate(new Map(groups.map((one) => [one.id, settledShare(one.figures)])));
  const count = (communes: number) => ({ text: formatNumber(communes, 0, locale) });
  const rows = byRank(groups.filter(hasRecords), ranks).map((group) => ({
    id: group.id,
    href: groupHref(unit.id, group.id),
    cells: {
      name: { text: group.name },
      above: { text: group.above ?? "" },
      communes: count(group.communes),
      ...write(group, ranks.get(group.id)),
    },
  }));
  const rest = without &&
    hasRecords(without) && {
      id: "without",
      cells: {
        ...{
          name: { text: t("without") },
          above: { text: "–" },
          communes: count(without.communes),
        },
        ...write(without, undefined),
      },
    };
  const lying = own && {
    id: "own",
    cells: {
      name: { text: t("own") },
      above: { text: "–" },
      communes: { text: "–" },
      ...write(own, undefined),
    },
  };
  return [...rows, ...[rest, lying].flatMap((row) => row || [])];
}

/** Districts or provinces of 2022 with the figures of the communes that count in them. */
export async function GroupList({ page }: { page: GroupsPage }) {
  const t = await getTranslator("compare.groups");
  const [name, ...figures] = [
    { id: "name", header: t(`column.${page.unit.level === "nation" ? "province" : "district"}`) },
    ...(await figureColumns()),
  ];
  // Of several provinces joined into one there are districts of the same name.
  const several = new Set(page.groups.map(({ above }) => above)).size > 1;
  const above = { id: "above", header: t("column.above") };
  const communes = { id: "communes", header: t("column.communes"), end: true };
  return (
    <>
      {page.unit.level === "nation" ? <GroupMap page={page} /> : null}
      <Card title={t("listTitle")} flush="table">
        <FigureTable
          columns={[
            { id: "name", header: name?.header ?? "", primary: true },
            ...(several ? [above] : []),
            communes,
            ...figures,
          ]}
          rows={await rowsOf(page)}
          caption={t("caption")}
          empty={<p className="p-5 text-quiet">{t("nothing")}</p>}
        />
      </Card>
      <WithoutRecords
        units={page.groups
          .filter((one) => !hasRecords(one))
          .map((one) => ({
            ...one,
            above: several ? one.above : null,
            href: groupHref(page.unit.id, one.id),
          }))}
      />
    </>
  );
}
