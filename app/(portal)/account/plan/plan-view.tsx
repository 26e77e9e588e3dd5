import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { dayOf } from "@/lib/domain/tasks/capacity";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { OfficerPlan, PlanDay } from "@/lib/server/tasks/plan-queries";
import { AbsenceForm, CancelForm, MinutesForm } from "./_components/plan-forms";

async function dayItem({ day, minutes, share }: PlanDay) {
  const t = await getTranslator("loads.plan");
  const words = [t("dayMinutes", { minutes }), share < 100 ? t("dayShare", { share }) : ""];
  return { term: formatDate(day), value: words.filter(Boolean).join(" · ") };
}

async function Absences({ plan }: { plan: OfficerPlan }) {
  const t = await getTranslator("loads.plan");
  if (plan.absences.length === 0) return <p className="text-quiet">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {plan.absences.map(({ id, from, to, reason, by }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <span>
            {t("line", {
              from: formatDate(from),
              to: formatDate(to),
              reason: t(`reasonOf.${reason as "leave"}`),
            })}
            {by && by !== plan.officer.fullName ? (
              <span className="block text-sm text-quiet">{t("by", { name: by })}</span>
            ) : null}
          </span>
          <CancelForm absenceId={id} />
        </li>
      ))}
    </ul>
  );
}

/** The coming days of an officer, their absences and their minutes; `officerId` for somebody else's. */
export async function PlanView({ plan, officerId }: { plan: OfficerPlan; officerId?: string }) {
  const t = await getTranslator("loads.plan");
  const { minutes, standard } = plan;
  return (
    <ClientMessages namespaces={["common", "loads"]}>
      <div className="flex flex-col gap-6">
        <Card title={t("days")}>
          <DescriptionList items={await Promise.all(plan.days.map(dayItem))} />
        </Card>
        <Card title={t("absences")}>
          <div className="flex flex-col gap-6">
            <Absences plan={plan} />
            <AbsenceForm officerId={officerId} today={dayOf(new Date())} />
          </div>
        </Card>
        <Card title={t("capacity")}>
          <MinutesForm officerId={officerId} minutes={minutes} standard={standard} />
        </Card>
      </div>
    </ClientMessages>
  );
}
