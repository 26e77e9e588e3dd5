import { listHref } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { QuickViews } from "@/components/ui/quick-views";
import { QUICK_PERIODS, type QuickPeriod, quickPeriods } from "@/lib/domain/progress/report/period";
import { getTranslator } from "@/lib/i18n/server";
import type { ReportList } from "@/lib/server/progress/reports";
import { WriteForm } from "./write-form";

interface WriteCardProps {
  list: ReportList;
  period: QuickPeriod;
}

/** Writes a report of the unit: a usual period by one press, any other by its days. */
export async function WriteCard({ list: { unit, today, start }, period }: WriteCardProps) {
  const t = await getTranslator("reports.write");
  const periods = quickPeriods(today, start);
  return (
    <Card title={t("title")} className="reading w-full">
      <p className="mb-3">{t("lead")}</p>
      <QuickViews
        label={t("quick")}
        views={QUICK_PERIODS.map((one) => ({
          href: listHref("/progress/reports", {}, { unit: unit.id, period: one }),
          label: t(`period.${one}`),
          current: one === period,
        }))}
      />
      <div className="mt-4">
        <WriteForm key={period} unitId={unit.id} period={periods[period]} />
      </div>
    </Card>
  );
}
