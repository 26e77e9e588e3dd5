import { CommentForm } from "./comment-form";
import { GiveUpStep } from "./give-up-step";
import {
  HoldStep,
  RecallStep,
  ReopenStep,
  ResumeStep,
  TransferStep,
  WithdrawStep,
} from "./move-steps";
import { ReadingStep, RegistryErrorStep } from "./registry-steps";
import { ReportDialog } from "./report-dialog";
import type { StepProps } from "./step-props";

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
export function StepForms(props: StepProps) {
  return (
    <>
      <ResumeStep {...props} />
      <SurveyStep {...props} />
      <ReturnStep {...props} />
      <GiveUpStep {...props} />
      <RegistryErrorStep {...props} />
      <ReadingStep {...props} />
      <HoldStep {...props} />
      <ReopenStep {...props} />
      <TransferStep {...props} />
      <RecallStep {...props} />
      <ReportStep {...props} />
      <WithdrawStep {...props} />
    </>
  );
}
