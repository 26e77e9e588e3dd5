import { Banner } from "@/components/ui/banner";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { refusalText } from "@/lib/i18n/refusal";
import { getTranslator } from "@/lib/i18n/server";
import { MOST_MEGABYTES } from "@/lib/server/imports/commands";
import { FileField } from "./file-field";

const ACCEPT = ".xlsx,.csv,.txt,.tsv";

/** A list of records from the platform: the file, and which units it names. An ordinary form. */
export async function UploadForm({ refused }: { refused?: string }) {
  const t = await getTranslator("imports.page");
  const refusal = refused
    ? await refusalText({ code: "RULE", reason: refused, params: { most: MOST_MEGABYTES } })
    : null;
  return (
    <form
      action="/api/v1/imports"
      method="post"
      encType="multipart/form-data"
      className="flex max-w-2xl flex-col gap-4"
    >
      {refusal ? <Banner tone="danger">{refusal}</Banner> : null}
      <FileField label={t("file")} hint={t("fileHint")} accept={ACCEPT} />
      <ChoiceGroup
        name="era"
        legend={t("era")}
        chosen={["past"]}
        options={[
          { value: "past", label: t("eraPast") },
          { value: "today", label: t("eraToday") },
        ]}
      />
      <div>
        <SubmitButton icon="upload">{t("send")}</SubmitButton>
      </div>
    </form>
  );
}
