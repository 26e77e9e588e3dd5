import type { Metadata } from "next";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { StepForm } from "@/app/(portal)/tasks/_components/step-form";
import { direct } from "@/app/(portal)/tasks/moves/actions";
import { SelectField } from "@/components/forms/select-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { FORCES } from "@/lib/domain/access/roles";
import { STATE_OF_FORCE } from "@/lib/domain/tasks/states";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type EscalatedTask, listEscalated, type SaidLine } from "@/lib/server/tasks/escalated";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("moves.escalated"))("title") };
}

async function Words({ said }: { said: SaidLine }) {
  const events = await getTranslator("tasks.event");
  return (
    <li className="flex flex-col">
      <span className="text-sm text-quiet">
        {[formatDateTime(said.at), events(said.event), said.name].filter(Boolean).join(" · ")}
      </span>
      <q className="break-words">{said.comment}</q>
    </li>
  );
}

/** Who goes on, and the word of the level above. */
async function Direction({ task }: { task: EscalatedTask }) {
  const t = await getTranslator("moves.escalated");
  const states = await getTranslator("tasks.state");
  const forces = await getTranslator("tasks.force");
  const choose = (await getTranslator("common.field"))("choose");
  const { id, version, code, state } = task;
  if (!Object.values(STATE_OF_FORCE).includes(state)) {
    return <p className="text-quiet">{t("later", { state: states(state) })}</p>;
  }
  return (
    <StepForm action={direct} hidden={{ taskId: id, version, code }} send={t("send")}>
      <SelectField
        name="force"
        scope={id}
        label={t("force")}
        placeholder={choose}
        defaultValue=""
        options={FORCES.map((force) => ({ value: force, label: forces(force) }))}
      />
      <TextareaField name="comment" scope={id} label={t("comment")} rows={3} maxLength={1000} />
    </StepForm>
  );
}

async function Task({ task }: { task: EscalatedTask }) {
  const t = await getTranslator("moves.escalated");
  const since = t("since", { count: task.returns, at: formatDateTime(task.escalatedAt) });
  return (
    <li className="grid gap-4 py-4 lg:grid-cols-2">
      <div className="flex flex-col gap-2">
        <TextLink href={`/tasks/${task.id}`} prefetch={false} className="font-semibold">
          {[task.fullName ?? task.code, task.unitName].join(" · ")}
        </TextLink>
        <p className="text-sm text-quiet">{since}</p>
        <ol aria-label={t("said")} className="flex flex-col gap-2">
          {task.said.map((said) => (
            <Words key={`${said.at} ${said.event}`} said={said} />
          ))}
        </ol>
      </div>
      <Direction task={task} />
    </li>
  );
}

interface PageProps {
  searchParams: Promise<{ done?: string; code?: string; undo?: string }>;
}

/** Tasks that came back so often that the level above says how they go on. */
export default async function EscalatedPage({ searchParams }: PageProps) {
  const { done, code, undo } = await searchParams;
  const t = await getTranslator("moves.escalated");
  const tasks = await listEscalated();
  return (
    <ClientMessages namespaces={["common", "tasks", "moves"]}>
      <Said done={done} code={code} undo={undo} stay />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("back"), href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      <Card>
        {tasks.length === 0 ? <EmptyState icon="tasks" title={t("empty")} /> : null}
        <ul className="divide-y divide-line">
          {tasks.map((task) => (
            <Task key={`${task.id}-${task.version}`} task={task} />
          ))}
        </ul>
      </Card>
    </ClientMessages>
  );
}
