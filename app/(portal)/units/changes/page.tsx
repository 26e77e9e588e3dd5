import type { Metadata } from "next";
import type { Params } from "@/components/data-table/href";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { readForm } from "@/lib/server/units/change-form";
import { listProvinces } from "@/lib/server/units/look-up";
import { type Asked, askedOf, KINDS } from "./_components/asked";
import { History } from "./_components/history";
import { PrepareForm } from "./_components/prepare-form";
import { Preview } from "./_components/preview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("units.change"))("title") };
}

/** The day in Viet Nam, yyyy-MM-dd. */
function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}

async function Answer({ asked }: { asked: Asked }) {
  const t = await getTranslator("units.change");
  const fields = await getTranslator("errors.field");
  if (asked.notADay) return <Banner tone="danger">{fields("dayMissing")}</Banner>;
  if (!asked.from || !asked.into || !asked.on) return null;
  const read = await readForm(asked);
  if ("unknown" in read) {
    return <Banner tone="danger">{t("unknownUnit", { code: read.unknown })}</Banner>;
  }
  if ("field" in read) return <Banner tone="danger">{fields(read.field as "invalid")}</Banner>;
  return <Preview asked={asked} request={read.request} now={asked.on <= today()} />;
}

async function Told({ asked }: { asked: unknown }) {
  const t = await getTranslator("units.change.apply");
  if (asked !== "now" && asked !== "later") return null;
  return (
    <div className="mb-6">
      <Banner tone="settled" live>
        {t(asked === "now" ? "done" : "kept")}
      </Banner>
    </div>
  );
}

export default async function ChangesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const asked = askedOf(params);
  const t = await getTranslator("units.change");
  const provinces = (await listProvinces("today")).map(({ id, name }) => ({ id, name }));
  const kinds = KINDS.map((kind) => ({
    href: `/units/changes?kind=${kind}`,
    label: t(`kind.${kind}`),
    current: kind === asked.kind,
  }));
  return (
    <ClientMessages namespaces={["common", "units"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Told asked={params.asked} />
      <div className="flex flex-col gap-6">
        <Card title={t("new")} className="reading w-full">
          <div className="mb-4">
            <QuickViews label={t("kind.label")} views={kinds} />
          </div>
          <PrepareForm key={asked.kind} asked={asked} provinces={provinces} />
        </Card>
        <Answer asked={asked} />
        <History />
      </div>
    </ClientMessages>
  );
}
