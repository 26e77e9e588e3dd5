import type { Metadata } from "next";
import { ProvinceForm } from "@/components/forms/province-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { type BatchChoice, listRunChoices } from "@/lib/server/matching/choices";
import { StartForm } from "./_components/start-form";

interface PageProps {
  searchParams: Promise<{ province?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress.run.new"))("title") };
}

async function batchOptions(batches: readonly BatchChoice[]) {
  const t = await getTranslator("progress.run.new");
  return batches.map(({ id, fileName, createdAt, records }) => ({
    value: id,
    label: t("batchOption", { file: fileName, records, at: formatDateTime(createdAt) }),
  }));
}

const optionsOf = (units: readonly { id: string; name: string }[]) =>
  units.map(({ id, name }) => ({ value: id, label: name }));

export default async function NewRunPage({ searchParams }: PageProps) {
  const { province } = await searchParams;
  const t = await getTranslator("progress.run.new");
  const runs = (await getTranslator("progress.run"))("title");
  const { batches, provinces, units } = await listRunChoices({ province: province || undefined });
  const nation = (await currentActor())?.unitLevel === "nation";
  return (
    <ClientMessages namespaces={["common", "progress"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: runs, href: "/matching" }, { label: t("title") }]}
        crumbsLabel={runs}
      />
      <Card className="reading w-full">
        {provinces.length > 0 ? (
          <ProvinceForm
            action="/matching/new"
            chosen={province}
            provinces={optionsOf(provinces)}
            words={{
              label: t("province"),
              hint: t("provinceHint"),
              placeholder: t("allProvinces"),
              send: t("showCommunes"),
            }}
          />
        ) : null}
        <StartForm
          batches={await batchOptions(batches)}
          units={optionsOf(units)}
          area={t(nation ? "country" : "ownArea")}
          chosen={province || batches.length === 0 ? "area" : "batch"}
        />
      </Card>
    </ClientMessages>
  );
}
