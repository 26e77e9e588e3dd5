import type { Metadata } from "next";
import type { Params } from "@/components/data-table/href";
import { ProvinceForm } from "@/components/forms/province-form";
import { PageHeader } from "@/components/ui/page-header";
import { CREATES } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { listUnitChoices } from "@/lib/server/officers/queries";
import { NewOfficerForm } from "./_components/new-officer-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("officers.new"))("title") };
}

export default async function NewOfficerPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { province } = await searchParams;
  const chosen = typeof province === "string" ? province : undefined;
  const units = await listUnitChoices(chosen);
  const roles = CREATES[await currentRole()];
  const t = await getTranslator("officers.new");
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  const nationwide = units[0]?.level === "nation";
  const provinces = units.filter((unit) => unit.level === "province");
  return (
    <div className="reading">
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["officers", "access"]}>
        {nationwide ? (
          <ProvinceForm
            action="/officers/new"
            words={{
              label: t("province"),
              hint: t("provinceHint"),
              placeholder: t("ownProvince"),
              send: t("showUnits"),
            }}
            chosen={chosen}
            provinces={provinces.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <NewOfficerForm roles={[...roles]} units={options} />
      </ClientMessages>
    </div>
  );
}
