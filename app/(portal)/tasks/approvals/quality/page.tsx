import type { Metadata } from "next";
import { exactNumber } from "@/components/forms/exact-number";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { getQuality, type QualityView } from "@/lib/server/tasks/quality";
import { qualityLine } from "./_components/quality-lines";
import { QualityTable } from "./_components/quality-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("approval.quality"))("title") };
}

async function Bands({ view }: { view: QualityView }) {
  const t = await getTranslator("approval.quality");
  const locale = await getLocale();
  const [low, middle] = [view.lowBelow, view.middleBelow].map((at) => exactNumber(at, locale));
  const edges = {
    low: { to: low ?? "" },
    middle: { from: low ?? "", to: middle ?? "" },
    high: { from: middle ?? "" },
  };
  const lines = await Promise.all([
    ...view.bands.map((quality) => {
      const { band } = quality;
      const words = {
        low: () => t("band.low", edges.low),
        middle: () => t("band.middle", edges.middle),
        high: () => t("band.high", edges.high),
      };
      return qualityLine({ key: band, name: words[band](), quality });
    }),
    qualityLine({ key: "all", name: t("all"), quality: view.all }),
  ]);
  return (
    <Card title={t("bands")}>
      <QualityTable caption={t("bandsCaption")} lines={lines} of="band" />
    </Card>
  );
}

async function Officers({ view }: { view: QualityView }) {
  const t = await getTranslator("approval.quality");
  if (!view.officers?.length) return null;
  const lines = await Promise.all(
    view.officers.map((quality) =>
      qualityLine({ key: quality.officerId, name: quality.name, unit: quality.unit, quality }),
    ),
  );
  return (
    <Card title={t("officers")}>
      <p className="mb-4 text-quiet">{t("officersLead")}</p>
      <QualityTable caption={t("officersCaption")} lines={lines} of="officer" />
    </Card>
  );
}

/** How often corrections were found wrong, by score and by officer. */
export default async function QualityPage() {
  const t = await getTranslator("approval");
  const view = await getQuality();
  const actor = await currentActor();
  const sets = actor && canDo(actor.role, "setting:write") && actor.unitLevel === "nation";
  return (
    <ClientMessages namespaces={["common", "approval"]}>
      <PageHeader
        title={t("quality.title")}
        lead={t("quality.lead")}
        crumbs={[{ label: t("title"), href: "/tasks/approvals" }, { label: t("quality.title") }]}
        crumbsLabel={t("title")}
      />
      {view.all.checked === 0 ? (
        <EmptyState icon="search" title={t("quality.empty")}>
          {t("quality.emptyBody")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <p className="max-w-3xl">{t("quality.meaning")}</p>
          <Bands view={view} />
          <Officers view={view} />
        </div>
      )}
      {sets ? (
        <p className="mt-4 text-sm">
          <TextLink href="/tasks/approvals/settings">{t("settingsLink")}</TextLink>
        </p>
      ) : null}
    </ClientMessages>
  );
}
