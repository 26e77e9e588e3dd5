import type { Metadata } from "next";
import { listHref, type Params } from "@/components/data-table/href";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { LineFilter } from "@/lib/domain/progress/line-filter";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { type LinesPage, listProgressLines } from "@/lib/server/progress/lines";
import { LineTable } from "./_components/line-table";
import { wordLines } from "./_components/line-words";
import { titleOf } from "./_components/title-of";

interface PageProps {
  searchParams: Promise<Params>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return { title: await titleOf(LineFilter.parse(await searchParams)) };
}

async function leadOf({ amount, unit }: LinesPage, filter: LineFilter): Promise<string> {
  const t = await getTranslator("progress.list");
  const place = filter.own ? `${unit.name}, ${t("own")}` : unit.name;
  if (!amount) return t("leadUncounted", { unit: place });
  const { people, doses } = amount;
  if (doses === null) return t("leadPeople", { people, unit: place });
  return t("lead", { people, doses, unit: place });
}

async function NoLines({ unitId }: { unitId: string }) {
  const t = await getTranslator("progress.list");
  const href = listHref("/progress", {}, { unit: unitId });
  return (
    <EmptyState
      icon="progress"
      title={t("empty")}
      action={<LinkButton href={href}>{t("back")}</LinkButton>}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}

async function FirstPage({ params }: { params: Params }) {
  const t = await getTranslator("progress.list");
  return (
    <LinkButton href={listHref("/progress/list", params, {})} icon="up">
      {t("first")}
    </LinkButton>
  );
}

export default async function LinesOfFigure({ searchParams }: PageProps) {
  const params = await searchParams;
  const filter = LineFilter.parse(params);
  const t = await getTranslator("progress.list");
  const page = await listProgressLines(filter);
  const crumbs = page.trail.map(({ id, name }) => ({
    label: name,
    href: listHref("/progress", {}, { unit: id }),
  }));
  const title = await titleOf(filter);
  return (
    <>
      <PageHeader
        title={title}
        lead={await leadOf(page, filter)}
        crumbs={[...crumbs, { label: title }]}
        crumbsLabel={t("back")}
        action={filter.after ? <FirstPage params={params} /> : null}
      />
      <p className="mb-4 text-sm text-quiet">{t("privacy")}</p>
      <Card flush className="max-md:border-0 max-md:bg-transparent md:pb-4">
        <ClientMessages namespaces={["common", "progress"]}>
          <LineTable
            lines={await wordLines(page.lines)}
            next={page.next ? listHref("/progress/list", params, { after: page.next }) : undefined}
            empty={<NoLines unitId={page.unit.id} />}
          />
        </ClientMessages>
      </Card>
    </>
  );
}
