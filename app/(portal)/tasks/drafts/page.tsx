import type { Metadata } from "next";
import { FigureTable } from "@/components/data-table/figure-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { TaskState } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type DraftLine, listDrafts } from "@/lib/server/tasks/drafts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("workbench.draft"))("list") };
}

async function rowOf({ taskId, savedAt, code, fullName, state, changed }: DraftLine) {
  const t = await getTranslator("workbench.draft");
  const states = await getTranslator("tasks.state");
  const step = state ? states(state as TaskState) : t("gone");
  return {
    id: taskId,
    href: code ? `/tasks/${taskId}` : undefined,
    cells: {
      name: { text: [fullName, code].filter(Boolean).join(" · ") || t("gone") },
      at: { text: formatDateTime(savedAt) },
      state: { text: step },
      changed: changed ? { text: t("changed"), tone: "waiting" as const } : { text: "" },
    },
  };
}

/** What the officer has begun and not sent; nobody else sees it. */
export default async function DraftsPage() {
  const t = await getTranslator("workbench.draft");
  const tasks = await getTranslator("tasks.detail");
  const drafts = await listDrafts();
  return (
    <ClientMessages namespaces={["common"]}>
      <PageHeader
        title={t("list")}
        lead={t("lead")}
        crumbs={[{ label: tasks("back"), href: "/tasks" }]}
        crumbsLabel={tasks("back")}
      />
      <FigureTable
        caption={t("caption2")}
        columns={[
          { id: "name", header: t("name"), primary: true },
          { id: "at", header: t("at") },
          { id: "state", header: t("state") },
          { id: "changed", header: "" },
        ]}
        rows={await Promise.all(drafts.map(rowOf))}
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
      />
    </ClientMessages>
  );
}
