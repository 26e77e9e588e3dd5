import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { exactNumber } from "@/components/forms/exact-number";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { IDENTITY_FIELDS, type MatchModel } from "@/lib/domain/matching/vocabulary";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { getRules } from "@/lib/server/matching/model-queries";
import { propose } from "../actions";
import { FileForm } from "./_components/file-form";
import { LevelFields } from "./_components/level-fields";
import { RefineForm } from "./_components/refine-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("rules.propose"))("title") };
}

async function Thresholds({ model }: { model: MatchModel }) {
  const t = await getTranslator("rules.propose");
  const locale = await getLocale();
  const shown = (value: number) => exactNumber(value, locale);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-semibold">{t("thresholds")}</legend>
      <TextField
        name="acceptScore"
        label={t("score")}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={shown(model.acceptScore)}
      />
      <TextField
        name="acceptMargin"
        label={t("margin")}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={shown(model.acceptMargin)}
      />
    </fieldset>
  );
}

async function LevelForm({ model }: { model: MatchModel }) {
  const t = await getTranslator("rules.propose");
  return (
    <Card title={t("byForm")}>
      <ActionForm action={propose}>
        <div className="flex flex-col gap-5">
          <input type="hidden" name="base" value={model.version} />
          <Thresholds model={model} />
          <div className="flex flex-col gap-2">
            {IDENTITY_FIELDS.map((field) => (
              <LevelFields key={field} model={model} field={field} />
            ))}
          </div>
          <p className="text-sm text-quiet">{t("repairHint")}</p>
          <TextareaField
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            rows={3}
            maxLength={1000}
          />
          <div>
            <SubmitButton>{t("send")}</SubmitButton>
          </div>
        </div>
      </ActionForm>
    </Card>
  );
}

export default async function ProposePage() {
  const room = await getTranslator("rules");
  const t = await getTranslator("rules.propose");
  const { model, atCentre } = await getRules();
  if (!atCentre) notFound();
  return (
    <ClientMessages namespaces={["common"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead", { version: model.version })}
        crumbs={[
          { label: room("back"), href: "/matching" },
          { label: room("title"), href: "/matching/rules" },
          { label: t("title") },
        ]}
        crumbsLabel={room("back")}
      />
      <div className="flex max-w-4xl flex-col gap-6">
        <LevelForm model={model} />
        <RefineForm />
        <FileForm />
      </div>
    </ClientMessages>
  );
}
