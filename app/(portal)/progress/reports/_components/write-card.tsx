import { Card } from "@/components/ui/card";
import { quickPeriods } from "@/lib/domain/progress/report/period";
import { getTranslator } from "@/lib/i18n/server";
import type { ReportList } from "@/lib/server/progress/reports";
import { WriteForm } from "./write-form";

/** Writes a report of the unit: a usual period by one press, any other by its days. */
export async function WriteCard({ list: { unit, today, start } }: { list: ReportList }) {
  const t = await getTranslator("reports.write");
  return (
    <Card title={t("title")} className="reading w-full">
      <p className="mb-4">{t("lead")}</p>
      <WriteForm key={unit.id} unitId={unit.id} periods={quickPeriods(today, start)} />
    </Card>
  );
}
