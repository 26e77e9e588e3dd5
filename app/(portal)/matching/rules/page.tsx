import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { IDENTITY_FIELDS } from "@/lib/domain/matching/vocabulary";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getRules, type Rules } from "@/lib/server/matching/model-queries";
import { mostBits } from "./_components/level-words";
import { ModelFacts } from "./_components/model-facts";
import { RulesTabs } from "./_components/rules-tabs";
import { VersionList } from "./_components/version-list";
import { WeightsTable } from "./_components/weights-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("rules"))("title") };
}

async function Current({ rules }: { rules: Rules }) {
  const t = await getTranslator("rules.current");
  const { model, versions } = rules;
  const line = versions.find((one) => one.version === model.version);
  const since = line?.approvedAt ? t("since", { at: formatDateTime(line.approvedAt) }) : null;
  return (
    <Card title={t("title")}>
      <p className="mb-2">
        <strong>{t("version", { version: model.version })}</strong>
        {since ? <span className="text-quiet"> · {since}</span> : null}
      </p>
      <p className="mb-3 text-quiet">{line?.note ?? t("builtIn")}</p>
      <ModelFacts model={model} />
    </Card>
  );
}

/** The room's first page: which model decides, all versions, and every weight in words. */
export default async function RulesPage() {
  const t = await getTranslator("rules");
  const rules = await getRules();
  const { model, versions, atCentre } = rules;
  const most = mostBits(model);
  const propose = (
    <LinkButton href="/matching/rules/propose" variant="primary" icon="edit">
      {t("current.propose")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/matching" }, { label: t("title") }]}
        crumbsLabel={t("back")}
        action={atCentre ? propose : null}
      />
      <div className="flex flex-col gap-6">
        <RulesTabs at="model" />
        {atCentre ? null : <Banner>{t("atCentreOnly")}</Banner>}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Current rules={rules} />
          <Card title={t("versions.title")}>
            <VersionList versions={versions} />
          </Card>
        </div>
        <section className="flex flex-col gap-4">
          <div>
            <h2 className="text-lg">{t("weights.title")}</h2>
            <p className="max-w-3xl text-quiet">{t("weights.lead")}</p>
          </div>
          {IDENTITY_FIELDS.map((field, at) => (
            <WeightsTable key={field} model={model} field={field} most={most} open={at === 0} />
          ))}
        </section>
      </div>
    </>
  );
}
