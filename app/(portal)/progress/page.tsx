import type { Metadata } from "next";
import { Suspense } from "react";
import { listHref, type Params } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { canDo, type Role } from "@/lib/domain/access/roles";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { getOutlook } from "@/lib/server/progress/outlook";
import { getProgressQuality } from "@/lib/server/progress/quality";
import { getProgress, type ProgressPage as Progress } from "@/lib/server/progress/queries";
import { CheckBanner } from "./_components/check-banner";
import { ClassCard } from "./_components/class-card";
import { ClearedCard } from "./_components/cleared-card";
import { DaysCard, StepFlowCard } from "./_components/flow-cards";
import { HeadFigures } from "./_components/head-figures";
import { MapCard, RankCard } from "./_components/map-card";
import { OtherFigures } from "./_components/other-figures";
import { OutlookCard } from "./_components/outlook-card";
import { QualityCard } from "./_components/quality-card";
import { SourceCard } from "./_components/source-card";
import { StepCard } from "./_components/step-card";
import { unitCrumbs } from "./_components/unit-crumbs";
import { UnitFinder, unitHref } from "./_components/unit-finder";
import { UnitRanking } from "./_components/unit-ranking";

interface PageProps {
  searchParams: Promise<Params>;
}

interface FiguresProps {
  progress: Progress;
  params: Params;
  role: Role;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress"))("title") };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

async function Waiting({ of }: { of: "outlook" | "quality" }) {
  const t = await getTranslator("progress");
  return (
    <Card title={t(`${of}.title`)}>
      <p className="text-quiet">{t(`${of}.reading`)}</p>
    </Card>
  );
}

/** Where the work stands, as pictures: of the country with its map. */
function Pictures({ progress }: { progress: Progress }) {
  const nation = progress.unit.level === "nation";
  return (
    <>
      {nation ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <MapCard progress={progress} />
          <RankCard progress={progress} />
        </div>
      ) : (
        <RankCard progress={progress} />
      )}
      <StepFlowCard progress={progress} />
      <DaysCard progress={progress} />
    </>
  );
}

/** The units below, and one further down found by its name. */
async function Below({ progress, params }: Omit<FiguresProps, "role">) {
  const t = await getTranslator("progress.links");
  return (
    <>
      <div id="find" className="print:hidden">
        <UnitFinder
          pathname="/progress"
          params={{ unit: progress.unit.id }}
          find={single(params.find)}
          label={t("find")}
          hrefOf={unitHref("/progress", {}, "unit")}
        />
      </div>
      <UnitRanking progress={progress} params={params} />
    </>
  );
}

async function Figures({ progress, params, role }: FiguresProps) {
  const t = await getTranslator("progress");
  if (progress.figures.total === 0) {
    return (
      <Card>
        <EmptyState icon="progress" title={t("empty.title")}>
          {t("empty.body")}
        </EmptyState>
      </Card>
    );
  }
  const { id } = progress.unit;
  return (
    <div className="flex flex-col gap-6">
      <HeadFigures progress={progress} />
      <OtherFigures progress={progress} />
      <Suspense fallback={<Waiting of="outlook" />}>
        <OutlookCard read={getOutlook(id)} mayAim={canDo(role, "target:set")} />
      </Suspense>
      <Pictures progress={progress} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <StepCard progress={progress} />
          <ClearedCard progress={progress} />
        </div>
        <div className="flex flex-col gap-6">
          <ClassCard progress={progress} />
          <SourceCard progress={progress} />
        </div>
      </div>
      <Suspense fallback={<Waiting of="quality" />}>
        <QualityCard read={getProgressQuality(id)} />
      </Suspense>
      {progress.children.length > 0 ? <Below progress={progress} params={params} /> : null}
    </div>
  );
}

async function Links({ progress }: { progress: Progress }) {
  const t = await getTranslator("progress");
  const { id } = progress.unit;
  const since = new URLSearchParams({ unit: id, since: progress.mark });
  return (
    <>
      <LiveRefresh href={`/api/v1/progress/events?${since}`} live={t("live")} lost={t("lost")} />
      <LinkButton href={listHref("/progress/compare", {}, { unit: id })}>
        {t("links.compare")}
      </LinkButton>
      {progress.children.length > 0 ? (
        <LinkButton href={listHref("/progress/groups", {}, { unit: id })}>
          {t("links.groups")}
        </LinkButton>
      ) : null}
      <LinkButton href={listHref("/progress/reports", {}, { unit: id })} icon="print">
        {t("links.reports")}
      </LinkButton>
    </>
  );
}

export default async function ProgressPage({ searchParams }: PageProps) {
  const params = await searchParams;
  const t = await getTranslator("progress");
  const [progress, role] = [await getProgress(single(params.unit)), await currentRole()];
  const { figures, unit, trail, at } = progress;
  const values = { people: figures.open, doses: figures.doses.open, at: formatDateTime(at) };
  const mayRecount = canDo(role, "progress:recount") && trail[0]?.level === "nation";
  return (
    <>
      <PageHeader
        title={t("titleOf", { unit: unit.name })}
        lead={figures.open > 0 ? t("remaining", values) : t("nothingRemains", values)}
        crumbs={
          trail.length > 1
            ? unitCrumbs(trail, (id) => listHref("/progress", {}, { unit: id }))
            : undefined
        }
        crumbsLabel={t("units.title")}
        action={<Links progress={progress} />}
      />
      <CheckBanner mayRecount={mayRecount} />
      <Figures progress={progress} params={params} role={role} />
    </>
  );
}
