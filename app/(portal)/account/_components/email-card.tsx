import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { getTranslator } from "@/lib/i18n/server";
import { getOwnEmail } from "@/lib/server/access/email";
import { saveEmail } from "../actions";

/** Where the officer's digests are mailed. */
export async function EmailCard() {
  const t = await getTranslator("access.email");
  const { email, mails } = await getOwnEmail();
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-5">
        <p>{t("lead")}</p>
        {mails ? null : <Banner>{t("noServer")}</Banner>}
        <ActionForm action={saveEmail} className="flex flex-col gap-4">
          <TextField
            name="email"
            label={t("label")}
            hint={t("hint")}
            defaultValue={email ?? ""}
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
          />
          <div>
            <SubmitButton variant="secondary">{t("submit")}</SubmitButton>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
