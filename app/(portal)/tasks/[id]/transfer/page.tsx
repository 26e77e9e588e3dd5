import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StepForm } from "@/app/(portal)/tasks/_components/step-form";
import { Lease } from "@/app/(portal)/tasks/[id]/_components/lease";
import { askFor } from "@/app/(portal)/tasks/moves/actions";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { getTaskDetail, type TaskDetail } from "@/lib/server/tasks/detail";
import { searchCommunes } from "@/lib/server/units/search-communes";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ q?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("moves.transfer"))("title") };
}

/** The communes that were found, the reason, and the question itself. */
async function Ask({ task, asked }: { task: TaskDetail; asked: string }) {
  const t = await getTranslator("moves.transfer");
  const { communes, more } = await searchCommunes(asked);
  const hidden: Record<string, string | number> = {
    taskId: task.id,
    version: task.version,
    code: task.code,
  };
  if ((await currentRole()) === "coordinator") hidden.stay = 1;
  const choose = (await getTranslator("common.field"))("choose");
  if (communes.length === 0) return <EmptyState icon="search" title={t("none")} />;
  return (
    <StepForm action={askFor} hidden={hidden} send={t("send")}>
      <SelectField
        name="unitId"
        label={t("found")}
        hint={more ? t("more") : undefined}
        placeholder={choose}
        defaultValue={communes.length === 1 ? communes[0]?.id : ""}
        required
        options={communes.map(({ id, name, province }) => ({
          value: id,
          label: `${name}, ${province}`,
        }))}
      />
      <TextareaField name="comment" label={t("reason")} rows={3} maxLength={1000} />
    </StepForm>
  );
}

/** Which unit is asked to take a task over, and why. */
export default async function TransferPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { q = "" } = await searchParams;
  const t = await getTranslator("moves.transfer");
  const task = await getTaskDetail(id);
  if (!task.events.includes("transfer")) notFound();
  const works = (await currentRole()) !== "coordinator";
  const back = { label: `${t("back")} ${task.code}`, href: `/tasks/${id}` };
  return (
    <ClientMessages namespaces={["common", "tasks", "moves"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[back, { label: t("title") }]}
        crumbsLabel={t("back")}
      />
      {works ? <Lease taskId={id} version={task.version} /> : null}
      <Card className="max-w-3xl">
        <form className="mb-6 flex flex-wrap items-end gap-3">
          <TextField
            name="q"
            label={t("search")}
            hint={t("searchHint")}
            defaultValue={q}
            required
            className="min-w-60 flex-1"
          />
          <Button type="submit">{t("find")}</Button>
        </form>
        {q ? <Ask task={task} asked={q} /> : null}
      </Card>
    </ClientMessages>
  );
}
