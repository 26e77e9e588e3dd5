import type { Metadata } from "next";
import { type FigureCell, type FigureRow, FigureTable } from "@/components/data-table/figure-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { FORCES } from "@/lib/domain/access/roles";
import type { EffortLine } from "@/lib/domain/tasks/measured-effort";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getEffort } from "@/lib/server/tasks/work-settings";
import { SettingsForm } from "./_components/settings-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads.effort"))("title") };
}

async function measuredCell(one: EffortLine["measured"]["health"]): Promise<FigureCell> {
  const t = await getTranslator("loads.effort");
  if (!one) return { text: t("notMeasured") };
  if (!one.trusted) return { text: t("few", { tasks: one.tasks }) };
  const minutes = formatNumber(one.minutes, 1, await getLocale());
  return { text: t("measured", { minutes, tasks: one.tasks }) };
}

async function rowOf(line: EffortLine): Promise<FigureRow> {
  const words = await getTranslator("common.compare.class");
  const cells: Record<string, FigureCell> = {
    name: { text: words(line.mainClass) },
    fixed: { text: formatNumber(line.fixed, 0, await getLocale()) },
  };
  for (const force of FORCES) cells[force] = await measuredCell(line.measured[force]);
  return { id: line.mainClass, cells };
}

export default async function EffortPage() {
  const t = await getTranslator("loads");
  const { lines, may, ...settings } = await getEffort();
  const columns = [
    { id: "name", header: t("effort.class"), primary: true },
    { id: "fixed", header: t("effort.fixed"), end: true },
    ...FORCES.map((force) => ({ id: force, header: t(`force.${force}`), end: true })),
  ];
  return (
    <>
      <PageHeader
        title={t("effort.title")}
        lead={t("effort.lead")}
        crumbs={[{ label: t("title"), href: "/tasks/loads" }, { label: t("effort.title") }]}
        crumbsLabel={t("title")}
      />
      <div className="flex max-w-4xl flex-col gap-6">
        <ClientMessages namespaces={["common", "loads"]}>
          <Card flush="table">
            <FigureTable
              columns={columns}
              rows={await Promise.all(lines.map(rowOf))}
              caption={t("effort.caption")}
              empty={null}
            />
          </Card>
          <Card title={t("effort.settings")}>
            {may ? <SettingsForm settings={settings} /> : <p>{t("effort.centre")}</p>}
          </Card>
        </ClientMessages>
      </div>
    </>
  );
}
