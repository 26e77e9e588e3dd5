import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { getUnit, type UnitDetail } from "@/lib/server/units/look-up";
import { UnitTable } from "../_components/unit-table";
import { isDistrict, unitRows, validityOf } from "../_components/unit-words";
import { UnitHamlets } from "./_components/unit-hamlets";
import { UnitOrigin } from "./_components/unit-origin";
import { UnitToday } from "./_components/unit-today";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("units.page"))("title") };
}

export default async function UnitPage({ params }: { params: Promise<{ id: string }> }) {
  const unit = await getUnit((await params).id);
  const t = await getTranslator("units");
  return (
    <>
      <PageHeader title={unit.name} crumbs={await crumbsOf(unit)} crumbsLabel={t("page.crumbs")} />
      <div className="flex flex-col gap-6">
        <div className="reading w-full">
          <DescriptionList
            items={[
              { term: t("page.code"), value: unit.code },
              { term: t("page.level"), value: t(`level.${unit.level}`) },
              { term: t("page.era"), value: t(`era.${unit.era}`) },
              { term: t("page.validity"), value: await validityOf(unit) },
            ]}
          />
        </div>
        {unit.validTo ? <UnitToday unit={unit} /> : null}
        {unit.era === "today" ? <UnitOrigin unit={unit} /> : null}
        <UnitHamlets unit={unit} />
        <Children unit={unit} />
      </div>
    </>
  );
}

async function crumbsOf(unit: UnitDetail) {
  const root = unit.era === "past" ? "/units?tree=past" : "/units";
  const above = unit.trail.map(({ id, name }, depth) => ({
    label: name,
    href: depth === 0 ? root : `/units/${id}`,
  }));
  return [...above, { label: unit.name }];
}

async function Children({ unit }: { unit: UnitDetail }) {
  const { children, era } = unit;
  const told = era === "past" && children.some((child) => !isDistrict(child));
  if (children.length === 0) return null;
  const t = await getTranslator("units.page");
  return (
    <Card title={t("childrenTitle", { count: children.length })}>
      <ClientMessages namespaces={["units"]}>
        <UnitTable units={await unitRows(children)} shows={told ? ["today"] : []} empty={null} />
      </ClientMessages>
    </Card>
  );
}
