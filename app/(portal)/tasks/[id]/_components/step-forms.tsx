import type { ComponentType } from "react";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import { CommentForm } from "./comment-form";
import { GiveUpStep } from "./give-up-step";
import { ReportDialog } from "./report-dialog";

export interface StepProps {
  task: TaskDetail;
  personId: string | null;
}

function SurveyStep({ task }: StepProps) {
  return task.events.includes("survey") ? <CommentForm task={task} kind="survey" /> : null;
}

function ReturnStep({ task }: StepProps) {
  return task.events.includes("return") && task.state === "correcting" ? (
    <CommentForm task={task} kind="return" />
  ) : null;
}

/** "Báo hệ thống nhầm", where the officer may say so. */
function ReportStep({ task, personId }: StepProps) {
  if (!task.events.includes("reportSystem")) return null;
  const { id, version, code } = task;
  return <ReportDialog task={{ id, version, code }} personId={personId} />;
}

/** Every step besides settling the fields, in the order of the screen; each shows itself where it may be taken. */
const STEPS: readonly ComponentType<StepProps>[] = [SurveyStep, ReturnStep, GiveUpStep, ReportStep];

export function StepForms(props: StepProps) {
  return STEPS.map((Step) => <Step key={Step.name} {...props} />);
}
