import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { getQuietHours } from "@/lib/server/directives/quiet-hours";
import { QuietHoursForm } from "./_components/quiet-hours-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("reminders.quiet"))("title") };
}

/** Hours in which nobody is reminded: set at the centre, for everybody. */
export default async function QuietHoursPage() {
  const t = await getTranslator("reminders.quiet");
  const { value, version } = await getQuietHours();
  return (
    <ClientMessages namespaces={["common"]}>
      <div className="reading">
        <PageHeader title={t("title")} lead={t("lead")} />
        <div className="flex flex-col gap-6">
          <Card>
            <QuietHoursForm value={value} version={version} />
          </Card>
          <p className="text-sm">
            <TextLink href="/units/calendar">{t("calendar")}</TextLink>
          </p>
        </div>
      </div>
    </ClientMessages>
  );
}
