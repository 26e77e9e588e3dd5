import { CompareLegend } from "@/components/compare/compare-legend";
import type { MarkedRow } from "@/components/compare/marked-row";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import type { CandidateView, TaskDetail } from "@/lib/server/tasks/detail";

import { compareRows } from "./compare-view";
import type { ChangedBy } from "./draft-conflict";
import { CandidateLinksLater } from "./later";
import { LegendDialog } from "./legend-dialog";
import { legendKeys } from "./legend-keys";
import { contactsOf, ownDraftOf } from "./read-once";
import { ReadRows } from "./read-rows";
import { SettleForm } from "./settle-form";
import { StepForms } from "./step-forms";
import type { Found } from "./use-check";

interface WorkAreaProps {
  task: TaskDetail;
  candidate: CandidateView | undefined;
}

/** Other people who may be this person: each opens beside the record. */
async function Candidates({ task, candidate }: WorkAreaProps) {
  const t = await getTranslator("tasks.detail");
  const locale = await getLocale();
  if (task.candidates.length < 2) return null;
  const links = task.candidates.map(({ personId, rank, score }) => ({
    href: `/tasks/${task.id}?person=${personId}`,
    label: t("candidate", { rank, score: formatNumber(score, 2, locale) }),
    current: personId === candidate?.personId,
  }));
  return <CandidateLinksLater label={t("candidates")} links={links} />;
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

interface SettlingProps extends WorkAreaProps {
  rows: MarkedRow[];
  mode: Exclude<Mode, "read">;
}

/** Numbers that are masked can't be taken over. */
function takenOver(found: Found | null): Found {
  const whole = Object.entries(found ?? {}).filter(([, value]) => !value.includes("*"));
  return Object.fromEntries(whole);
}

/** Who moved the task last: a person before the system. */
function lastChange({ history }: TaskDetail): ChangedBy | null {
  const latest = history.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const line = latest.find(({ name }) => name !== null) ?? latest[0];
  return line ? { name: line.name, at: line.at.toISOString(), event: line.event } : null;
}

/** The form with all that it begins with: what was found, what was begun before. */
async function Settling({ task, candidate, rows, mode }: SettlingProps) {
  const actor = await currentActor();
  const [draft, { found }] = await Promise.all([ownDraftOf(task.id), contactsOf(task.id)]);
  const { id, version, code, phone, address } = task;
  return (
    <SettleForm
      officerId={actor?.officerId ?? ""}
      task={{ id, version, code }}
      personId={candidate?.personId ?? null}
      rows={rows}
      kit={candidate?.kit ?? null}
      mode={mode}
      fromPolice={task.confirmedByPolice && mode === "submit"}
      canReject={candidate !== undefined && task.events.includes("rejectCandidate")}
      contact={mode === "submit" ? { phone, address } : null}
      found={takenOver(found)}
      draft={draft}
      changedBy={lastChange(task)}
    />
  );
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
        <LegendDialog>
          <CompareLegend more={await legendKeys(task)} />
        </LegendDialog>
        {mode === "read" ? (
          <ReadRows rows={rows} />
        ) : (
          <Settling task={task} candidate={candidate} rows={rows} mode={mode} />
        )}
        <StepForms task={task} personId={personId} />
      </div>
    </Card>
  );
}
