import type { Metadata } from "next";
import type { ComponentType } from "react";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getTaskDetail, type TaskDetail } from "@/lib/server/tasks/detail";
import { AskedRegistry } from "./_components/asked-registry";
import { AssignedWhy } from "./_components/assigned-line";
import { explain } from "./_components/explain";
import { Lease } from "./_components/lease";
import { ReadReturnForm } from "./_components/read-return-form";
import { RecordSide } from "./_components/record-side";
import { TaskHistory } from "./_components/task-history";
import { WorkArea } from "./_components/work-area";

function Asked({ task }: { task: TaskDetail }) {
  return <AskedRegistry asked={task.asked} />;
}

/** What stands below the work itself, in the order of the screen; each shows itself where it has something to say. */
const SECTIONS: readonly ComponentType<{ task: TaskDetail }>[] = [Asked, RecordSide, TaskHistory];

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; code?: string; undo?: string; person?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  // The name of the person stays out of the window's title and so out of the browser's history.
  return { title: (await getTranslator("tasks"))("title") };
}

async function Crumbs(task: TaskDetail) {
  const t = await getTranslator("tasks");
  return [
    { label: t("detail.back"), href: "/tasks" },
    { label: [task.hamlet, task.unitName].filter(Boolean).join(", ") },
    { label: task.code },
  ];
}

async function Notices({ task }: { task: TaskDetail }) {
  const t = await getTranslator("tasks");
  const lines = [];
  if (task.state === "closed") {
    const resolution = t(`resolution.${(task.resolution ?? "corrected") as "corrected"}`);
    lines.push(t("detail.closed", { resolution }));
  } else if (task.events.length === 0) {
    lines.push(t("detail.waitingOther", { state: t(`state.${task.state}`) }));
  }
  if (task.confirmedByPolice) lines.push(t("detail.confirmed"));
  return (
    <>
      {lines.map((line) => (
        <Banner key={line}>{line}</Banner>
      ))}
      {task.lastComment ? (
        <Banner tone="waiting" title={t("detail.lastComment")}>
          {task.lastComment}
          {task.unreadReturn ? (
            <ReadReturnForm task={{ id: task.id, version: task.version }} />
          ) : null}
        </Banner>
      ) : null}
    </>
  );
}

export default async function TaskPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { done, code, undo, person } = await searchParams;
  const t = await getTranslator("tasks");
  const task = await getTaskDetail(id);
  const chosen = task.candidates.find((one) => one.personId === person) ?? task.candidates[0];
  const works =
    task.unreadReturn || task.events.some((event) => event !== "reopen" && event !== "duplicate");
  return (
    <ClientMessages namespaces={["common", "tasks", "records"]}>
      <Said done={done} code={code} undo={undo} />
      <PageHeader
        title={task.fullName ?? task.code}
        lead={`${t(`state.${task.state}`)} · ${t("detail.due", { date: formatDate(task.dueOn) })}`}
        crumbs={await Crumbs(task)}
        crumbsLabel={t("detail.back")}
      />
      <div className="flex flex-col gap-4">
        {works ? <Lease taskId={task.id} /> : null}
        <Notices task={task} />
        <p>
          <strong>{t("detail.why")}: </strong>
          {await explain(task)} {t(`route.${task.route as "policeNotFound"}`)}
        </p>
        <AssignedWhy task={task} />
        <WorkArea
          key={`${task.id}-${task.version}-${chosen?.personId}`}
          task={task}
          candidate={chosen}
        />
        {SECTIONS.map((Section) => (
          <Section key={Section.name} task={task} />
        ))}
      </div>
    </ClientMessages>
  );
}
