import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { canDo } from "@/lib/domain/access/roles";
import { getTranslator } from "@/lib/i18n/server";
import type { OfficerDetail } from "@/lib/server/officers/queries";
import { setApprover } from "../actions";

/** Gives an officer the task of approving what others corrected, or takes it away. */
export async function ApproverForm({ officer }: { officer: OfficerDetail }) {
  const t = await getTranslator("approval.officer");
  const { id, version, approver, role } = officer;
  if (!canDo(role, "task:approve")) return null;
  return (
    <Card title={t(approver ? "givenTitle" : "title")}>
      <p className="mb-4">{t(approver ? "takeBody" : "giveBody")}</p>
      <ActionForm action={setApprover}>
        <input type="hidden" name="officerId" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="approver" value={approver ? "no" : "yes"} />
        <SubmitButton variant="secondary">{t(approver ? "take" : "give")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
