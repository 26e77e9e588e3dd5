import { Card } from "@/components/ui/card";
import { OPEN_STATES, type TaskState } from "@/lib/domain/tasks/states";
import { getTranslator } from "@/lib/i18n/server";
import type { ProgressPage } from "@/lib/server/progress/queries";
import { BarTable } from "../bar-table";
import { lineHref } from "../line-href";

/** A record is compared again at once, and few are reported as mistakes of the system. */
const SELDOM: readonly TaskState[] = ["rematching", "disputed"];

/** At which step what remains is waiting, in the order of the steps. */
export async function StepCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress");
  const states = await getTranslator("tasks.state");
  const { figures, unit } = progress;
  const { openByState } = figures;
  // These two are worth a line only while somebody waits in them.
  const steps = OPEN_STATES.filter((state) => !SELDOM.includes(state) || openByState[state]);
  return (
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
  );
}
