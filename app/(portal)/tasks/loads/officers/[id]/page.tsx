import type { Metadata } from "next";
import { PlanView } from "@/app/(portal)/account/plan/plan-view";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { getOfficerPlan } from "@/lib/server/tasks/plan-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads"))("title") };
}

/** The days of an officer, for whoever looks after the area. */
export default async function OfficerPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const t = await getTranslator("loads");
  const plan = await getOfficerPlan(id);
  const { fullName: name, unitId } = plan.officer;
  return (
    <div className="reading">
      <PageHeader
        title={t("plan.titleOf", { name })}
        lead={t("plan.lead")}
        crumbs={[{ label: t("title"), href: `/tasks/loads?unit=${unitId}` }, { label: name }]}
        crumbsLabel={t("title")}
      />
      <PlanView plan={plan} officerId={id} />
    </div>
  );
}
