import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { getOwnPlan } from "@/lib/server/tasks/plan-queries";
import { PlanView } from "./plan-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads.plan"))("title") };
}

/** When the officer works, and when they are away. */
export default async function OwnPlanPage() {
  const t = await getTranslator("loads.plan");
  const plan = await getOwnPlan();
  return (
    <div className="reading">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/account" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <PlanView plan={plan} />
    </div>
  );
}
