import type { Metadata } from "next";
import type { Params } from "@/components/data-table/href";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { QuickViews } from "@/components/ui/quick-views";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { listProvinces, searchUnits } from "@/lib/server/units/look-up";
import { UnitSearch } from "./_components/unit-search";
import { UnitTable } from "./_components/unit-table";
import { unitRows } from "./_components/unit-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("units.page"))("title") };
}

export default async function UnitsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { q, tree } = await searchParams;
  const text = typeof q === "string" ? q.trim() : "";
  const t = await getTranslator("units.page");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ChangesLink />
      <ClientMessages namespaces={["units"]}>
        <UnitSearch text={text} />
        {text ? <Found text={text} /> : <Tree past={tree === "past"} />}
      </ClientMessages>
      <p className="mt-6 text-sm">
        <TextLink href="/units/calendar">{(await getTranslator("calendar"))("link")}</TextLink>
      </p>
      <p className="mt-6 text-xs text-quiet">{t("source")}</p>
    </>
  );
}

/** Whoever applies changes of units. */
async function ChangesLink() {
  const actor = await currentActor();
  const applies = actor && canDo(actor.role, "unit:change") && actor.unitLevel === "nation";
  if (!applies) return null;
  return (
    <p className="mb-4">
      <TextLink href="/units/changes">{(await getTranslator("units.change"))("link")}</TextLink>
    </p>
  );
}

async function Found({ text }: { text: string }) {
  const { units, more } = await searchUnits(text);
  const t = await getTranslator("units.page");
  const nothing = (
    <EmptyState icon="search" title={t("nothing", { text })}>
      {t("nothingBody")}
    </EmptyState>
  );
  return (
    <>
      <p role="status" className="mb-3">
        {more ? t("foundMany", { count: units.length }) : t("found", { count: units.length })}
      </p>
      <UnitTable
        units={await unitRows(units)}
        shows={["level", "era", "path", "today"]}
        empty={nothing}
      />
    </>
  );
}

async function Tree({ past }: { past: boolean }) {
  const units = await listProvinces(past ? "past" : "today");
  const t = await getTranslator("units.page");
  return (
    <>
      <div className="mb-4">
        <QuickViews
          label={t("trees")}
          views={[
            { href: "/units", label: t("treeToday"), current: !past },
            { href: "/units?tree=past", label: t("treePast"), current: past },
          ]}
        />
      </div>
      <UnitTable units={await unitRows(units)} shows={past ? ["today"] : []} empty={null} />
    </>
  );
}
