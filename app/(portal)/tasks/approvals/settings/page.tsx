import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { getSampling } from "@/lib/server/tasks/sampling-settings";
import { SamplingForm } from "./_components/sampling-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("approval.settings"))("title") };
}

/** Which share of the corrections another officer looks at: set at the centre. */
export default async function SamplingPage() {
  const t = await getTranslator("approval.settings");
  const { value, version, approvers } = await getSampling();
  return (
    <ClientMessages namespaces={["common"]}>
      <div className="reading">
        <PageHeader title={t("title")} lead={t("lead")} />
        <div className="flex flex-col gap-6">
          <Banner
            tone={approvers === 0 ? "waiting" : "info"}
            action={<TextLink href="/officers">{t("toOfficers")}</TextLink>}
          >
            {t("approvers", { count: approvers })}
          </Banner>
          <p>{t("how")}</p>
          <Card>
            <SamplingForm value={value} version={version} />
          </Card>
        </div>
      </div>
    </ClientMessages>
  );
}
