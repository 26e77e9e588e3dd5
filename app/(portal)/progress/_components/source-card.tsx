import { Card } from "@/components/ui/card";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { BarTable } from "../bar-table";
import { lineHref } from "../line-href";

/** From whose lists what remains has come; of one list alone there is nothing to tell apart. */
export async function SourceCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress.source");
  const { sources, unit } = progress;
  if (sources.length < 2) return null;
  return (
    <Card title={t("title")}>
      <BarTable
        caption={t("caption")}
        column={t("column")}
        unit={(await getTranslator("progress"))("column.people")}
        rows={sources
          .map(({ system, name, figures }) => ({
            key: system,
            label: name ? t("of", { unit: name }) : system,
            note: t("total", { people: figures.total }),
            people: figures.open,
            href: lineHref(unit.id, { source: system }),
          }))
          .toSorted((a, b) => b.people - a.people)}
      />
    </Card>
  );
}
