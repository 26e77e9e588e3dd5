import type { Metadata } from "next";
import { listHref, type Params } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { LineFilter } from "@/lib/domain/progress/line-filter";
import { getTranslator } from "@/lib/i18n/server";
import { dayFilter } from "./_components/day-filter";
import { dayView } from "./_components/day-view";
import type { ListView } from "./_components/list-view";
import { officerView } from "./_components/officer-view";
import { qualityView } from "./_components/quality-view";
import { recordView } from "./_components/record-view";
import { titleOf } from "./_components/title-of";

interface PageProps {
  searchParams: Promise<Params>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return { title: await titleOf(LineFilter.parse(await searchParams)) };
}

async function FirstPage({ params }: { params: Params }) {
  const t = await getTranslator("progress.list");
  return (
    <LinkButton href={listHref("/progress/list", params, {})} icon="up">
      {t("first")}
    </LinkButton>
  );
}

function viewOf(params: Params, filter: LineFilter): Promise<ListView> {
  const { unit, quality, officer, after } = filter;
  const of = dayFilter(filter);
  if (of) return dayView(params, of);
  if (quality) return qualityView(params, { unit, quality, after });
  return officer ? officerView(params, { unit, officer, after }) : recordView(params, filter);
}

export default async function LinesOfFigure({ searchParams }: PageProps) {
  const params = await searchParams;
  const filter = LineFilter.parse(params);
  const t = await getTranslator("progress.list");
  const { trail, lead, table } = await viewOf(params, filter);
  const crumbs = trail.map(({ id, name }) => ({
    label: name,
    href: listHref("/progress", {}, { unit: id }),
  }));
  const title = await titleOf(filter);
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[...crumbs, { label: title }]}
        crumbsLabel={t("back")}
        action={filter.after ? <FirstPage params={params} /> : null}
      />
      <p className="mb-4 text-sm text-quiet">{t("privacy")}</p>
      <Card flush className="max-md:border-0 max-md:bg-transparent md:pb-4">
        {table}
      </Card>
    </>
  );
}
