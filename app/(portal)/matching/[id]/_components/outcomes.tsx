import { Card } from "@/components/ui/card";
import type { Outcome } from "@/lib/domain/matching/vocabulary";
import { getTranslator } from "@/lib/i18n/server";
import type { RunCell } from "@/lib/server/matching/run-summary";
import { BarTable } from "../../../progress/bar-table";
import { sumBy } from "./sum-by";

const SETTLED: readonly Outcome[] = ["matched", "repaired", "not_applicable"];

/** Records by outcome, and what is wrong with those that need a person. */
export async function Outcomes({ cells }: { cells: readonly RunCell[] }) {
  const t = await getTranslator("progress.run");
  const outcomes = await getTranslator("matching.outcome");
  const classes = await getTranslator("matching.class");
  const remaining = cells.filter(({ outcome }) => !SETTLED.includes(outcome));
  return (
    <div className="flex flex-col gap-6">
      <Card title={t("outcome.title")}>
        <BarTable
          caption={t("outcome.caption")}
          column={t("outcome.column")}
          unit={t("records")}
          rows={sumBy(cells, ({ outcome }) => outcome).map(({ key, people }) => ({
            key,
            label: outcomes(key),
            people,
          }))}
        />
      </Card>
      {remaining.length > 0 ? (
        <Card title={t("remains.title")}>
          <BarTable
            caption={t("remains.caption")}
            column={t("remains.column")}
            unit={t("records")}
            rows={sumBy(remaining, ({ mainClass }) => mainClass).map(({ key, people }) => ({
              key,
              label: classes(key),
              people,
            }))}
          />
        </Card>
      ) : null}
    </div>
  );
}
