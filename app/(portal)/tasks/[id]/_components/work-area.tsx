import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { CandidateView, TaskDetail } from "@/lib/server/tasks/detail";
import { compareRows } from "./compare-view";
import { LegendDialog } from "./legend-dialog";
import { SettleForm } from "./settle-form";
import { StepForms } from "./step-forms";

interface WorkAreaProps {
  task: TaskDetail;
  candidate: CandidateView | undefined;
}

/** Other people who may be this person: each opens beside the record. */
async function Candidates({ task, candidate }: WorkAreaProps) {
  const t = await getTranslator("tasks.detail");
  const locale = await getLocale();
  if (task.candidates.length < 2) return null;
  return (
    <nav aria-label={t("candidates")} className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-quiet">{t("candidates")}:</span>
      {task.candidates.map(({ personId, rank, score }) => {
        const label = t("candidate", { rank, score: formatNumber(score, 2, locale) });
        return personId === candidate?.personId ? (
          <strong key={personId}>{label}</strong>
        ) : (
          <TextLink key={personId} href={`/tasks/${task.id}?person=${personId}`}>
            {label}
          </TextLink>
        );
      })}
    </nav>
  );
}

type Mode = "submit" | "confirm" | "read";

function modeOf({ events }: TaskDetail): Mode {
  return (["submit", "confirm"] as const).find((event) => events.includes(event)) ?? "read";
}

/** A gateway says nothing of single fields; what police confirmed stands in its place. */
function isSilent({ asked, candidates, confirmedByPolice }: TaskDetail): boolean {
  return asked !== null && candidates.length === 0 && !confirmedByPolice;
}

/** The registry's column holds what police typed in, and says so. */
async function TypedNote({ candidate }: Pick<WorkAreaProps, "candidate">) {
  const t = await getTranslator("moves.reading");
  return candidate?.typed ? <Banner>{t("typed")}</Banner> : null;
}

/** The record beside the registry, and what its officer can do now. */
export async function WorkArea({ task, candidate }: WorkAreaProps) {
  const t = await getTranslator("tasks.detail");
  const rows = await compareRows(candidate?.rows ?? task.lone, { silent: isSilent(task) });
  const mode = modeOf(task);
  const personId = candidate?.personId ?? null;
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Candidates task={task} candidate={candidate} />
        {personId || task.confirmedByPolice ? null : (
          <EmptyState icon="search" title={t(isSilent(task) ? "onlyAnswers" : "noCandidate")} />
        )}
        <TypedNote candidate={candidate} />
        <LegendDialog />
        <SettleForm
          task={{ id: task.id, version: task.version, code: task.code }}
          personId={personId}
          rows={rows}
          mode={mode}
          fromPolice={task.confirmedByPolice && mode === "submit"}
          canReject={personId !== null && task.events.includes("rejectCandidate")}
        />
        <StepForms task={task} personId={personId} />
      </div>
    </Card>
  );
}
