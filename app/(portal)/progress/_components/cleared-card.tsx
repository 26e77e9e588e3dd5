import { Card } from "@/components/ui/card";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { BarTable } from "../bar-table";
import { lineHref } from "../line-href";

/** What the machine settled by itself, and what it saw through to do so. */
export async function ClearedCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const { figures, unit } = progress;
  const rows = DIFFERENCE_CLASSES.filter((one) => figures.clearedByClass[one])
    .map((mainClass) => ({
      key: mainClass,
      label: capital(t(`clearedClass.${mainClass}`)),
      people: figures.clearedByClass[mainClass] ?? 0,
      href: lineHref(unit.id, { records: "cleared", mainClass }),
    }))
    .sort((a, b) => b.people - a.people);
  return (
    <Card title={t("cleared.title")}>
      {rows.length === 0 ? (
        <p className="text-quiet">{t("cleared.none")}</p>
      ) : (
        <>
          <p className="mb-3">{t("cleared.lead", { people: figures.cleared })}</p>
          <BarTable
            caption={t("cleared.caption")}
            column={t("cleared.column")}
            unit={t("column.people")}
            rows={rows}
          />
        </>
      )}
    </Card>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);
}
