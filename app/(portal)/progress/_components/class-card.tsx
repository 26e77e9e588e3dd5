import { Card } from "@/components/ui/card";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { BarTable } from "../bar-table";
import { lineHref } from "../line-href";

/** What is wrong with what remains, the most frequent first. */
export async function ClassCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const classes = await getTranslator("matching.class");
  const { figures, unit } = progress;
  const rows = DIFFERENCE_CLASSES.filter((one) => figures.openByClass[one])
    .map((mainClass) => ({
      key: mainClass,
      label: classes(mainClass),
      people: figures.openByClass[mainClass] ?? 0,
      href: lineHref(unit.id, { mainClass }),
    }))
    .sort((a, b) => b.people - a.people);
  if (rows.length === 0) return null;
  return (
    <Card title={t("class.title")}>
      <BarTable
        caption={t("class.caption")}
        column={t("class.column")}
        unit={t("column.people")}
        rows={rows}
      />
    </Card>
  );
}
