import { StepForm } from "@/app/(portal)/tasks/_components/step-form";
import { hold, recall, reopen, resume, withdraw } from "@/app/(portal)/tasks/moves/actions";
import { DayField } from "@/components/forms/day-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import { Folded } from "./folded";
import type { StepProps } from "./step-props";

export const hiddenOf = ({ id, version, code }: TaskDetail) => ({ taskId: id, version, code });

/** "Đã hẹn ngày": until when and why. */
export async function HoldStep({ task }: StepProps) {
  const t = await getTranslator("moves.hold");
  if (!task.events.includes("hold")) return null;
  return (
    <Folded title={t("open")}>
      <StepForm action={hold} hidden={hiddenOf(task)} send={t("send")} variant="secondary">
        <DayField name="until" scope="hold" required label={t("until")} hint={t("untilHint")} />
        <TextareaField name="comment" scope="hold" label={t("reason")} rows={2} maxLength={1000} />
      </StepForm>
    </Folded>
  );
}

export async function ResumeStep({ task }: StepProps) {
  const t = await getTranslator("moves.resume");
  if (!task.events.includes("resume")) return null;
  return <StepForm action={resume} hidden={hiddenOf(task)} send={t("send")} />;
}

/** What was closed as a duplicate comes back with its merge; what was withdrawn, by who may withdraw. */
async function mayReopen({ resolution }: TaskDetail): Promise<boolean> {
  if (resolution === "withdrawn") return canDo(await currentRole(), "task:withdraw");
  return resolution !== "duplicate";
}

/** A closed task, once more: why is what its next officer reads first. */
export async function ReopenStep({ task }: StepProps) {
  const t = await getTranslator("moves.reopen");
  if (!task.events.includes("reopen") || !(await mayReopen(task))) return null;
  return (
    <Folded title={t("open")}>
      <StepForm action={reopen} hidden={hiddenOf(task)} send={t("send")} variant="secondary">
        <TextareaField
          name="comment"
          scope="reopen"
          label={t("reason")}
          rows={3}
          maxLength={1000}
        />
      </StepForm>
    </Folded>
  );
}

/** The record's source has withdrawn it, or the task was made by mistake. */
export async function WithdrawStep({ task }: Pick<StepProps, "task">) {
  const t = await getTranslator("moves.withdraw");
  if (!task.events.includes("withdraw")) return null;
  return (
    <Folded title={t("open")}>
      <StepForm action={withdraw} hidden={hiddenOf(task)} send={t("send")} variant="secondary">
        <p className="text-quiet">{t("lead")}</p>
        <TextareaField
          name="comment"
          scope="withdraw"
          label={t("reason")}
          rows={3}
          maxLength={1000}
        />
      </StepForm>
    </Folded>
  );
}

/** To the page on which another unit is found and asked. */
export async function TransferStep({ task }: StepProps) {
  const t = await getTranslator("moves.transfer");
  if (!task.events.includes("transfer")) return null;
  return (
    <p>
      <TextLink href={`/tasks/${task.id}/transfer`}>{t("open")}</TextLink>
    </p>
  );
}

export async function RecallStep({ task }: StepProps) {
  const t = await getTranslator("moves.transfer");
  if (!task.events.includes("recall")) return null;
  return (
    <StepForm action={recall} hidden={hiddenOf(task)} send={t("recall")} variant="secondary" />
  );
}
