import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { canDo } from "@/lib/domain/access/roles";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import type { DoseLine, TaskDetail } from "@/lib/server/tasks/detail";
import { Reveal } from "./reveal";

async function Doses({ doses }: { doses: DoseLine[] }) {
  const t = await getTranslator("tasks.detail");
  if (doses.length === 0) return <p className="text-quiet">{t("noDoses")}</p>;
  return (
    <DescriptionList
      items={doses.map((dose, index) => ({
        term: t("dose", { no: dose.doseNo ?? index + 1 }),
        value: [
          dose.injectedOn ? formatDate(dose.injectedOn) : null,
          dose.vaccine,
          dose.lot,
          dose.facility,
        ]
          .filter(Boolean)
          .join(" · "),
      }))}
    />
  );
}

/** What isn't compared but helps: contact, where the work belongs and why, the doses. */
export async function RecordSide({ task }: { task: TaskDetail }) {
  const t = await getTranslator("tasks");
  const works = canDo(await currentRole(), "task:claim");
  const residence = [
    [task.hamlet, task.unitName].filter(Boolean).join(", "),
    t(`residence.${task.residenceFrom as "record"}`),
    task.residenceStatus === "resolved" ? "" : t(`residence.${task.residenceStatus as "split"}`),
  ];
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={t("detail.contact")}>
        <DescriptionList
          items={[
            { term: t("residence.label"), value: residence.filter(Boolean).join(" · ") },
            { term: t("detail.address"), value: task.address ?? "–" },
            {
              term: t("detail.phone"),
              value: task.phone ? (
                <span className="flex flex-wrap items-center gap-x-3">
                  <span>{`${task.phone} · ${t("detail.samePhone", { count: task.samePhone })}`}</span>
                  {works ? <Reveal taskId={task.id} field="phone" /> : null}
                </span>
              ) : (
                "–"
              ),
            },
          ]}
        />
      </Card>
      <Card title={`${t("detail.doses")} (${task.doses.length})`}>
        <Doses doses={task.doses} />
      </Card>
    </div>
  );
}
