import type { Metadata } from "next";
import { listHref, type Params } from "@/components/data-table/href";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getProgress, type ProgressPage as Progress } from "@/lib/server/progress/queries";
import { ClassCard } from "./_components/class-card";
import { ClearedCard } from "./_components/cleared-card";
import { HeadFigures } from "./_components/head-figures";
import { OtherFigures } from "./_components/other-figures";
import { StepCard } from "./_components/step-card";
import { unitCrumbs } from "./_components/unit-crumbs";
import { UnitRanking } from "./_components/unit-ranking";

interface PageProps {
  searchParams: Promise<Params>;
}

/** The figure is seen to move, without being a burden: a wider area costs more and moves more. */
const REFRESH_SECONDS: Record<string, number> = { commune: 5, province: 10, nation: 30 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("progress"))("title") };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

async function Figures({ progress, params }: { progress: Progress; params: Params }) {
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
  return (
    <div className="flex flex-col gap-6">
      <HeadFigures progress={progress} />
      <OtherFigures progress={progress} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <StepCard progress={progress} />
          <ClearedCard progress={progress} />
        </div>
        <ClassCard progress={progress} />
      </div>
      {progress.children.length > 0 ? <UnitRanking progress={progress} params={params} /> : null}
    </div>
  );
}

export default async function ProgressPage({ searchParams }: PageProps) {
  const params = await searchParams;
  const t = await getTranslator("progress");
  const progress = await getProgress(single(params.unit));
  const { figures, unit, trail, at } = progress;
  const values = { people: figures.open, at: formatDateTime(at) };
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
      />
      <AutoRefresh seconds={REFRESH_SECONDS[unit.level] ?? 30} />
      <Figures progress={progress} params={params} />
    </>
  );
}
