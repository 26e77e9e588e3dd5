import type { Metadata } from "next";
import { FigureTable } from "@/components/data-table/figure-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { canAssign } from "@/lib/domain/access/actor";
import type { UnitWork } from "@/lib/domain/tasks/workload";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { getLoads, type LoadsPage } from "@/lib/server/tasks/workload";
import { forecastSentence } from "./_components/finish-words";
import { loadColumns, officerRow, provinceRow, unitRow } from "./_components/load-rows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads"))("title") };
}

async function rowsOf(page: LoadsPage, isCoordinator: boolean) {
  if (page.kind === "provinces") return Promise.all(page.provinces.map(provinceRow));
  if (page.kind === "units") return Promise.all(page.units.map(unitRow));
  const href = (id: string) => (isCoordinator ? `/tasks/loads/officers/${id}` : undefined);
  return Promise.all(page.officers.map((one) => officerRow(one, href(one.officerId))));
}

/** What holds a unit up: offices without anybody, tasks on no list, and when all is done. */
async function UnitNotices({ work }: { work: UnitWork }) {
  const t = await getTranslator("loads");
  return (
    <div className="mb-4 flex flex-col gap-3">
      <Banner tone={work.finish === null ? "danger" : "info"}>
        {await forecastSentence(work.finish)}
      </Banner>
      {work.withoutOfficer > 0 ? (
        <Banner tone="danger">{t("withoutOfficer", { count: work.withoutOfficer })}</Banner>
      ) : null}
      {work.unassigned > work.withoutOfficer ? (
        <Banner>{t("unassigned", { count: work.unassigned - work.withoutOfficer })}</Banner>
      ) : null}
    </div>
  );
}

async function Actions({ unit }: { unit: LoadsPage["unit"] }) {
  const t = await getTranslator("loads");
  const actor = await currentActor();
  const isCoordinator = actor?.role === "coordinator";
  const within = unit.level === "commune" ? `?unit=${unit.id}` : "";
  return (
    <>
      {isCoordinator && unit.id !== actor.unitId ? (
        <LinkButton href={`/tasks/loads?unit=${unit.parentId}`} icon="chevronLeft">
          {t("up")}
        </LinkButton>
      ) : null}
      <LinkButton href="/tasks/loads/effort">{t("links.effort")}</LinkButton>
      {isCoordinator ? (
        <LinkButton href="/tasks/loads/campaigns">{t("links.campaigns")}</LinkButton>
      ) : null}
      {actor && canAssign(actor) ? (
        <LinkButton href={`/tasks/assign${within}`} variant="primary">
          {t("links.assign")}
        </LinkButton>
      ) : null}
    </>
  );
}

export default async function LoadsPageView({
  searchParams,
}: {
  searchParams: Promise<{ unit?: string }>;
}) {
  const { unit: wanted } = await searchParams;
  const t = await getTranslator("loads");
  const actor = await currentActor();
  const page = await getLoads(typeof wanted === "string" ? wanted : undefined);
  return (
    <>
      <PageHeader
        title={`${t("title")} · ${page.unit.name}`}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
        action={<Actions unit={page.unit} />}
      />
      {page.kind === "officers" && page.work ? <UnitNotices work={page.work} /> : null}
      <Card flush="table">
        <ClientMessages namespaces={["common"]}>
          <FigureTable
            columns={await loadColumns(page.kind)}
            rows={await rowsOf(page, actor?.role === "coordinator")}
            caption={t(`caption.${page.kind}`)}
            empty={<EmptyState title={t("empty")} />}
          />
        </ClientMessages>
      </Card>
    </>
  );
}
