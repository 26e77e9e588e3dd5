import type { Metadata } from "next";
import { z } from "zod";
import { listHref, type Params } from "@/components/data-table/href";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { readDay } from "@/lib/domain/tasks/worksheet/day";
import { getTranslator } from "@/lib/i18n/server";
import { compareDays, compareUnits, getComparisonStart } from "@/lib/server/progress/compare";
import { Chooser } from "./_components/chooser";
import { DaysResult } from "./_components/days-result";
import { UnitsResult } from "./_components/units-result";

interface PageProps {
  searchParams: Promise<Params>;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const Unit = z.string().max(20).optional().catch(undefined);
/** As an address has it, or as people type it into the form; null for what is no day. */
const Day = z
  .string()
  .max(20)
  .transform((text) => {
    const day = ISO.test(text) ? text : readDay(text);
    return z.iso.date().safeParse(day).success ? day : null;
  })
  .optional()
  .catch(undefined);

const Asked = z.object({
  unit: Unit,
  with: Unit,
  from: Day,
  to: Day,
  find: z.string().max(100).optional().catch(undefined),
});
type Asked = z.output<typeof Asked>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("compare"))("title") };
}

/** The comparison that the address asks for; nothing while something is still to be chosen. */
async function Result({ unit, with: other, from, to }: Asked) {
  if (other) return <UnitsResult compared={await compareUnits({ unit, with: other })} />;
  if (from && to) return <DaysResult days={await compareDays({ unit, from, to })} />;
  if (from === undefined && to === undefined) return null;
  const t = await getTranslator("compare.days");
  return (
    <Banner tone="danger" live>
      {t("noDay")}
    </Banner>
  );
}

export default async function ComparePage({ searchParams }: PageProps) {
  const asked = Asked.parse(await searchParams);
  const start = await getComparisonStart(asked.unit);
  const t = await getTranslator("compare");
  const progress = listHref("/progress", {}, { unit: start.unit.id });
  return (
    <>
      <PageHeader
        title={t("titleOf", { unit: start.unit.name })}
        lead={t(start.level === "commune" ? "leadDays" : "lead")}
        crumbs={[{ label: t("progress"), href: progress }, { label: t("title") }]}
        crumbsLabel={t("progress")}
      />
      <div className="flex flex-col gap-6">
        <Result {...asked} />
        <Chooser
          start={start}
          find={asked.find}
          from={asked.from ?? undefined}
          to={asked.to ?? undefined}
        />
      </div>
    </>
  );
}
