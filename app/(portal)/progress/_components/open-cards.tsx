import { Card } from "@/components/ui/card";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { OPEN_STATES } from "@/lib/domain/tasks/flow";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { BarTable } from "../bar-table";
import { lineHref } from "../line-href";

/** What remains, seen twice: at which step it waits, and what is wrong with it. */
export async function OpenCards({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const states = await getTranslator("tasks.state");
  const classes = await getTranslator("matching.class");
  const { figures, unit } = progress;
  const { openByState, openByClass } = figures;
  const steps = OPEN_STATES.filter((state) => state !== "rematching" || openByState[state]);
  const differing = DIFFERENCE_CLASSES.filter((one) => openByClass[one]);
  return (
    <>
      <Card title={t("step.title")}>
        <BarTable
          caption={t("step.caption")}
          column={t("step.column")}
          unit={t("column.people")}
          rows={steps.map((state) => ({
            key: state,
            label: states(state),
            people: openByState[state] ?? 0,
            href: lineHref(unit.id, { state }),
          }))}
        />
      </Card>
      <Card title={t("class.title")}>
        <BarTable
          caption={t("class.caption")}
          column={t("class.column")}
          unit={t("column.people")}
          rows={differing
            .map((mainClass) => ({
              key: mainClass,
              label: classes(mainClass),
              people: openByClass[mainClass] ?? 0,
              href: lineHref(unit.id, { mainClass }),
            }))
            .sort((a, b) => b.people - a.people)}
        />
      </Card>
    </>
  );
}
