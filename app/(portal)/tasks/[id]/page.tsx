import type { Metadata } from "next";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { BackToList } from "@/components/data-table/list-memory";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getTaskDetail, type TaskDetail } from "@/lib/server/tasks/detail";
import { ApprovalArea } from "./_components/approval-area";
import { Around } from "./_components/around";
import { AskedRegistry } from "./_components/asked-registry";
import { AssignedWhy } from "./_components/assigned-line";
import { CarriersNotice } from "./_components/carriers-notice";
import { ContactSection } from "./_components/contact-section";
import { explain } from "./_components/explain";
import { Lease } from "./_components/lease";
import { CommentNotice, MovesNotice } from "./_components/moves-notice";
import { Notes } from "./_components/notes";
import { OtherRecords } from "./_components/other-records";
import { ownDraftOf } from "./_components/read-once";
import { RecordSide } from "./_components/record-side";
import { RegistryErrors } from "./_components/registry-errors";
import { TaskHistory } from "./_components/task-history";
import { TaskRequests } from "./_components/task-requests";
import { WorkArea } from "./_components/work-area";

function Asked({ task }: { task: TaskDetail }) {
  return <AskedRegistry asked={task.asked} />;
}

/** What stands below the work itself, in the order of the screen; each shows itself where it has something to say. */
function Sections({ task }: { task: TaskDetail }) {
  return (
    <>
      <Asked task={task} />
      <ContactSection task={task} />
      <TaskRequests task={task} />
      <OtherRecords task={task} />
      <RegistryErrors task={task} />
      <RecordSide task={task} />
      <Around task={task} />
      <Notes taskId={task.id} />
      <TaskHistory task={task} />
    </>
  );
}

/** Steps that need no lease: nobody works on the fields meanwhile. */
const FROM_OUTSIDE: readonly TaskEvent[] = [
  "reopen",
  "duplicate",
  "recall",
  "direct",
  "withdraw",
  "undo",
];

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{
    done?: string;
    code?: string;
    on?: string;
    undo?: string;
    person?: string;
  }>;
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

/** Nothing is left for this officer but to take it out of the work altogether. */
function isOthers({ events, state, unreadReturn }: TaskDetail): boolean {
  return state !== "approving" && !unreadReturn && events.every((event) => event === "withdraw");
}

async function Notices({ task }: { task: TaskDetail }) {
  const t = await getTranslator("tasks");
  const lines = [];
  if (task.state === "closed") {
    const resolution = t(`resolution.${(task.resolution ?? "corrected") as "corrected"}`);
    lines.push(t("detail.closed", { resolution }));
  } else if (isOthers(task)) {
    lines.push(t("detail.waitingOther", { state: t(`state.${task.state}`) }));
  }
  if (task.confirmedByPolice && task.state !== "approving") lines.push(t("detail.confirmed"));
  return (
    <>
      {lines.map((line) => (
        <Banner key={line}>{line}</Banner>
      ))}
      <CarriersNotice taskId={task.id} />
      <MovesNotice task={task} />
      <CommentNotice task={task} />
    </>
  );
}

/** What is done with it: settling the fields, or judging how somebody else has settled them. */
async function Work({ task, person }: { task: TaskDetail; person?: string }) {
  const t = await getTranslator("tasks");
  if (task.state === "approving") return <ApprovalArea task={task} />;
  const begun = person ? null : await ownDraftOf(task.id);
  const wanted = person ?? begun?.content.personId;
  const chosen = task.candidates.find((one) => one.personId === wanted) ?? task.candidates[0];
  return (
    <>
      <p>
        <strong>{t("detail.why")}: </strong>
        {await explain(task)} {t(`route.${task.route as "policeNotFound"}`)}
      </p>
      <WorkArea
        key={`${task.id}-${task.version}-${chosen?.personId}`}
        task={task}
        candidate={chosen}
      />
    </>
  );
}

// What is not on the screen is laid out once it comes there: every key waited for it on a slow computer.
const BELOW =
  "-m-1 flex flex-col gap-4 p-1 [contain-intrinsic-size:auto_60rem] [content-visibility:auto]";

export default async function TaskPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { done, code, on, undo, person } = await searchParams;
  const t = await getTranslator("tasks");
  const task = await getTaskDetail(id);
  const works = task.unreadReturn || task.events.some((event) => !FROM_OUTSIDE.includes(event));
  const approves = task.events.includes("approve");
  return (
    <ClientMessages
      namespaces={["common", "tasks", "records", "moves", "approval", "workbench", "errors"]}
    >
      <Said done={done} code={code} on={on} undo={undo} />
      <BackToList list="/tasks">
        <PageHeader
          title={task.fullName ?? task.code}
          lead={`${t(`state.${task.state}`)} · ${t("detail.due", { date: formatDate(task.dueOn) })}`}
          crumbs={await Crumbs(task)}
          crumbsLabel={t("detail.back")}
        />
      </BackToList>
      <div className="flex flex-col gap-4">
        {works ? (
          <Lease
            taskId={task.id}
            version={task.version}
            as={approves ? "claimApproval" : "claim"}
          />
        ) : null}
        <Notices task={task} />
        <Work task={task} person={person} />
        <AssignedWhy task={task} />
        <div className={BELOW}>
          <Sections task={task} />
        </div>
      </div>
    </ClientMessages>
  );
}
