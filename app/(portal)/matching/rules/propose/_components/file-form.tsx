import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTranslator } from "@/lib/i18n/server";
import { proposeFile } from "../../actions";

/** A model that was made elsewhere. */
export async function FileForm() {
  const t = await getTranslator("rules.propose");
  return (
    <Card title={t("byFile")}>
      <p className="mb-4 text-quiet">{t("fileLead")}</p>
      <ActionForm action={proposeFile} className="flex flex-col gap-4">
        <div className="flex flex-col gap-4">
          <FileField
            name="file"
            label={t("file")}
            hint={t("fileHint")}
            accept=".json,application/json"
          />
          <TextareaField
            name="note"
            scope="file"
            label={t("note")}
            hint={t("noteHint")}
            rows={2}
            maxLength={1000}
          />
          <div>
            <SubmitButton variant="secondary" icon="upload">
              {t("sendFile")}
            </SubmitButton>
          </div>
        </div>
      </ActionForm>
    </Card>
  );
}
