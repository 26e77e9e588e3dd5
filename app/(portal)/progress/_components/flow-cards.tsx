import { FlowBars } from "@/components/charts/flow-bars";
import { StepFlow } from "@/components/charts/step-flow";
import { Card } from "@/components/ui/card";
import type { Happening } from "@/lib/domain/progress/happening";
import type { TaskState } from "@/lib/domain/tasks/states";
import { dayAfter } from "@/lib/domain/units/work-calendar";
import { getTranslator } from "@/lib/i18n/server";
import { type ProgressPage, RANKED_BEFORE } from "@/lib/server/progress/queries";
import { lineHref } from "../line-href";

/** The steps of a task that goes straight on; what waits aside is in the table of steps. */
const STRAIGHT = [
  "new",
  "surveying",
  "verifying",
  "handover",
  "correcting",
  "approving",
  "publishing",
  "closed",
] as const satisfies readonly TaskState[];

/** What waits at each step, and how many went from one to another in a week. */
export async function StepFlowCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress.flow");
  const states = await getTranslator("tasks.state");
  const people = (await getTranslator("progress"))("people");
  const { figures, unit, moves, today } = progress;
  const week = { from: dayAfter(today, 1 - RANKED_BEFORE), to: today };
  const closed = Object.values(figures.closed).reduce((sum, n) => sum + n, 0);
  return (
    <Card title={t("title")}>
      <StepFlow
        steps={STRAIGHT.map((state) => ({
          id: state,
          label: states(state),
          people: state === "closed" ? closed : (figures.openByState[state] ?? 0),
          href: lineHref(unit.id, { state }),
        }))}
        moves={moves.map((move) => ({
          ...move,
          href: lineHref(unit.id, { happened: `${move.from}>${move.to}`, ...week }),
        }))}
        caption={t("caption")}
        unit={people}
      />
    </Card>
  );
}

/** The lists of a day: what moved between units is among what came, or among what left. */
function hrefsOf(unitId: string, day: string, moved: number) {
  const href = (happened: Happening) => lineHref(unitId, { happened, from: day, to: day });
  return {
    added: href(moved > 0 ? "came" : "opened"),
    reopened: href("reopened"),
    cleaned: href(moved < 0 ? "left" : "closed"),
  };
}

/** What came and what was done on each day. */
export async function DaysCard({ progress }: { progress: ProgressPage }) {
  const t = await getTranslator("progress.days");
  const people = (await getTranslator("progress"))("people");
  const days = progress.days.map(({ day, opened, reopened, moved, cleaned, otherwise }) => ({
    date: day,
    added: opened.people + Math.max(0, moved.people),
    reopened: reopened.people,
    cleaned: cleaned.people + otherwise.people + Math.max(0, -moved.people),
    hrefs: hrefsOf(progress.unit.id, day, moved.people),
  }));
  return (
    <Card title={t("title")}>
      <FlowBars days={days} caption={t("caption", { days: days.length })} unit={people} />
    </Card>
  );
}
