import type { Metadata } from "next";
import { type FigureRow, FigureTable } from "@/components/data-table/figure-table";
import type { Params } from "@/components/data-table/href";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { DifferenceClass, IdentityField } from "@/lib/domain/matching/vocabulary";
import { MOST_AT_ONCE } from "@/lib/domain/tasks/redistribution";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { type AssignableLine, AssignFilter, listAssignable } from "@/lib/server/tasks/assignable";
import { listCampaigns } from "@/lib/server/tasks/plan-queries";
import { AssignFilters } from "./_components/assign-filters";
import { PlanForm } from "./_components/plan-form";
import { Recent } from "./_components/recent";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads.assign"))("title") };
}

const COLUMNS = ["reason", "unit", "holder", "due"] as const;

async function columns() {
  const t = await getTranslator("loads.assign");
  return [
    { id: "code", header: t("code"), primary: true },
    ...COLUMNS.map((id) => ({ id, header: t(id) })),
  ];
}

async function rowOf(task: AssignableLine): Promise<FigureRow> {
  const t = await getTranslator("loads.assign");
  const words = await getTranslator("common.compare");
  const difference = words(`class.${task.mainClass as DifferenceClass}`);
  const field = task.mainField ? `${words(`fields.${task.mainField as IdentityField}`)}: ` : "";
  const holder = task.holder ? t("open", { name: task.holder }) : (task.assignee ?? "–");
  return {
    id: task.id,
    cells: {
      code: { text: task.code },
      reason: { text: `${field}${difference}` },
      unit: { text: task.unitName },
      holder: { text: holder },
      due: { text: formatDate(task.dueOn) },
    },
  };
}

async function unitChoices(role: string) {
  if (role !== "coordinator") return [];
  const { units } = await listCampaigns();
  const communes = units.filter(({ level }) => level === "commune");
  return communes.map(({ id, name }) => ({ value: id, label: name }));
}

export default async function AssignPage({ searchParams }: { searchParams: Promise<Params> }) {
  const filter = AssignFilter.parse(await searchParams);
  const t = await getTranslator("loads");
  const role = await currentRole();
  const { tasks, count, officers } = await listAssignable(filter);
  const names = officers.map(({ id, fullName, unitName }) => ({
    value: id,
    label: role === "coordinator" ? `${fullName}, ${unitName}` : fullName,
  }));
  const found = t("assign.found", { count });
  const isMany = count > MOST_AT_ONCE;
  return (
    <>
      <PageHeader
        title={t("assign.title")}
        lead={t("assign.lead")}
        crumbs={[{ label: t("title"), href: "/tasks/loads" }, { label: t("assign.title") }]}
        crumbsLabel={t("title")}
      />
      <ClientMessages namespaces={["common", "loads"]}>
        <AssignFilters
          filter={filter}
          units={await unitChoices(role)}
          forces={role === "coordinator"}
          officers={names}
        />
        <div className="flex flex-col gap-4">
          {isMany ? (
            <Banner tone="waiting">{t("assign.tooMany", { most: MOST_AT_ONCE })}</Banner>
          ) : null}
          {count === 0 ? <EmptyState icon="filter" title={found} /> : null}
          {count > 0 && !isMany ? (
            <>
              <p className="font-semibold">{found}</p>
              {count > tasks.length ? <p>{t("assign.first", { count: tasks.length })}</p> : null}
              <PlanForm filter={filter} officers={officers}>
                <FigureTable
                  columns={await columns()}
                  rows={await Promise.all(tasks.map(rowOf))}
                  caption={t("assign.caption")}
                  tick="taskId"
                  empty={null}
                />
              </PlanForm>
            </>
          ) : null}
          <Recent />
        </div>
      </ClientMessages>
    </>
  );
}
