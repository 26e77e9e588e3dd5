import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { dayOf } from "@/lib/domain/tasks/capacity";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type CampaignLine, listCampaigns } from "@/lib/server/tasks/plan-queries";
import { CampaignForm, EndForm } from "./_components/campaign-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads.campaign"))("title") };
}

async function Campaign({ campaign }: { campaign: CampaignLine }) {
  const t = await getTranslator("loads.campaign");
  const { id, name, unitName: unit, from, to, share, own } = campaign;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span>
        <strong>{name}</strong>
        <span className="block text-sm text-quiet">
          {t("line", { unit, from: formatDate(from), to: formatDate(to), share })}
        </span>
      </span>
      {own ? <EndForm campaignId={id} /> : null}
    </li>
  );
}

export default async function CampaignsPage() {
  const t = await getTranslator("loads");
  const { campaigns, units } = await listCampaigns();
  return (
    <div className="reading">
      <PageHeader
        title={t("campaign.title")}
        lead={t("campaign.lead")}
        crumbs={[{ label: t("title"), href: "/tasks/loads" }, { label: t("campaign.title") }]}
        crumbsLabel={t("title")}
      />
      <ClientMessages namespaces={["common", "loads"]}>
        <div className="flex flex-col gap-6">
          <Card title={t("campaign.caption")}>
            {campaigns.length === 0 ? <p className="text-quiet">{t("campaign.none")}</p> : null}
            <ul className="divide-y divide-line">
              {campaigns.map((campaign) => (
                <Campaign key={campaign.id} campaign={campaign} />
              ))}
            </ul>
          </Card>
          <Card title={t("campaign.add")}>
            <CampaignForm
              units={units.map(({ id, name }) => ({ value: id, label: name }))}
              today={dayOf(new Date())}
            />
          </Card>
        </div>
      </ClientMessages>
    </div>
  );
}
