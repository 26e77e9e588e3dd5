import { ActionForm } from "@/components/forms/action-form";
import { TextareaField } from "@/components/forms/textarea-field";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTranslator } from "@/lib/i18n/server";
import { countDecided, FEWEST_DECISIONS } from "@/lib/server/matching/model-refine";
import { refine } from "../../actions";

/** Weights corrected by what police and health workers have decided so far. */
export async function RefineForm() {
  const t = await getTranslator("rules.propose");
  const count = await countDecided();
  const lead =
    count < FEWEST_DECISIONS
      ? t("refineFew", { count, least: FEWEST_DECISIONS })
      : t("refineLead", { count });
  return (
    <Card title={t("byDecisions")}>
      <p className="mb-4 text-quiet">{lead}</p>
      {count < FEWEST_DECISIONS ? null : (
        <ActionForm action={refine} className="flex flex-col gap-4">
          <div className="flex flex-col gap-4">
            <TextareaField
              name="note"
              scope="refine"
              label={t("note")}
              hint={t("noteHint")}
              rows={2}
              maxLength={1000}
            />
            <div>
              <SubmitButton variant="secondary">{t("sendRefine")}</SubmitButton>
            </div>
          </div>
        </ActionForm>
      )}
    </Card>
  );
}
