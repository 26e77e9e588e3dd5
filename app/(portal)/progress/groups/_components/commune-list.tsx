import { ranksByRate } from "@/components/charts/rank";
import { FigureTable } from "@/components/data-table/figure-table";
import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { settledShare } from "@/lib/domain/progress/figure";
import { getTranslator } from "@/lib/i18n/server";
import type { GroupPage } from "@/lib/server/progress/groups";
import { lineHref } from "../../line-href";
import { byRank, figureColumns, figureWriter } from "./group-columns";
import { WithoutRecords } from "./without-records";

const pageOf = (unit: string) => listHref("/progress", {}, { unit });
const hasRecords = ({ figures }: { figures: { total: number } }) => figures.total > 0;

async function rowsOf({ communes }: GroupPage) {
  const t = await getTranslator("compare.groups");
  const write = await figureWriter();
  const shares = communes.map(({ unit, figures }) => [unit.id, settledShare(figures)] as const);
  const ranks = ranksByRate(new Map(shares));
  const lines = communes.filter(hasRecords).map((one) => ({ ...one, id: one.unit.id }));
  return byRank(lines, ranks).map(({ id, unit, others, ...place }) => ({
    id,
    href: pageOf(id),
    cells: {
      name: { text: unit.name },
      part: {
        text: others.length > 0 ? t("part", { units: others.map((o) => o.name).join(", ") }) : "",
      },
      ...write(place, ranks.get(id), {
        total: lineHref(id, { records: "total" }),
        open: lineHref(id),
        overdue: lineHref(id, { late: "overdue" }),
      }),
    },
  }));
}

/** Communes that are in part from here and count elsewhere. */
async function Elsewhere({ page: { group, elsewhere } }: { page: GroupPage }) {
  const t = await getTranslator("compare.groups");
  if (elsewhere.length === 0) return null;
  return (
    <Card title={t("elsewhereTitle", { group: group.name })}>
      <ul className="flex flex-col gap-1">
        {elsewhere.map(({ unit, group: other }) => (
          <li key={unit.id}>
            <TextLink href={pageOf(unit.id)} prefetch={false}>
              {unit.name}
            </TextLink>{" "}
            <span className="text-quiet">{t("counts", { group: other.name })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The communes of today that count in one unit of 2022. */
export async function CommuneList({ page }: { page: GroupPage }) {
  const t = await getTranslator("compare.groups");
  const parts = page.communes.some(({ others }) => others.length > 0);
  const part = { id: "part", header: t("column.part") };
  return (
    <>
      <Card title={t("communesTitle")} flush="table">
        <FigureTable
          columns={[
            { id: "name", header: t("column.commune"), primary: true },
            ...(parts ? [part] : []),
            ...(await figureColumns()),
          ]}
          rows={await rowsOf(page)}
          caption={t("communesCaption", { group: page.group.name })}
          empty={<p className="p-5 text-quiet">{t("nothing")}</p>}
        />
      </Card>
      <WithoutRecords
        units={page.communes
          .filter((one) => !hasRecords(one))
          .map(({ unit: { id, name } }) => ({ id, name, href: pageOf(id) }))}
      />
      <Elsewhere page={page} />
    </>
  );
}
