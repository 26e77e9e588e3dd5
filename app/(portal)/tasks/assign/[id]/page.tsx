import type { Metadata } from "next";
import { type FigureRow, FigureTable } from "@/components/data-table/figure-table";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import {
  getRedistribution,
  type LeftLine,
  type NamedLoad,
  type RedistributionPage,
} from "@/lib/server/tasks/redistribute-queries";
import { StepForm } from "./_components/step-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("loads.assign"))("title") };
}

async function leadOf(page: RedistributionPage): Promise<string> {
  const t = await getTranslator("loads.result");
  const { kept } = page;
  if (page.state === "planned") {
    return page.planned > 0 ? t("plannedLead", { count: page.planned, kept }) : t("nothing");
  }
  if (page.state === "undone") {
    return t("undoneLead", { count: page.undone, at: formatDateTime(page.undoneAt ?? page.at) });
  }
  const at = formatDateTime(page.appliedAt ?? page.at);
  return t("appliedLead", { count: page.moved, kept, at });
}

async function Loads({ loads }: { loads: NamedLoad[] }) {
  const t = await getTranslator("loads");
  const most = Math.max(1, ...loads.flatMap((one) => [one.minutes, one.minutesAfter]));
  const words = (tasks: number, minutes: number) => ({
    text: t("result.load", { tasks, minutes }),
    share: minutes / most,
  });
  const rows = loads.map(
    (one): FigureRow => ({
      id: one.officerId,
      cells: {
        name: { text: `${one.fullName} · ${t(`force.${one.role as "health"}`)}` },
        unit: { text: one.unitName },
        before: words(one.tasks, one.minutes),
        after: words(one.tasksAfter, one.minutesAfter),
      },
    }),
  );
  const columns = [
    { id: "name", header: t("columns.officer"), primary: true },
    { id: "unit", header: t("columns.unit"), wideOnly: true },
    { id: "before", header: t("result.before") },
    { id: "after", header: t("result.after") },
  ];
  return (
    <Card title={t("result.loads")} flush="table">
      <FigureTable columns={columns} rows={rows} caption={t("result.caption")} empty={null} />
    </Card>
  );
}

async function whyOf(line: LeftLine, undone: boolean): Promise<string> {
  const t = await getTranslator("loads.result.whyOf");
  if (line.why === "changed" && undone) return t("touched");
  const name = line.why === "held" ? line.holder : undone ? line.from : line.to;
  return t(line.why as "held", { name: name ?? "" });
}

async function Left({ page }: { page: RedistributionPage }) {
  const t = await getTranslator("loads.result");
  if (page.leftCount === 0) return null;
  const undone = page.state === "undone";
  const rows = page.left.map(
    async (line): Promise<FigureRow> => ({
      id: line.taskId,
      href: line.code ? `/tasks/${line.taskId}` : undefined,
      cells: {
        code: { text: line.code ?? t("hidden") },
        from: { text: (undone ? line.to : line.from) ?? "–" },
        why: { text: await whyOf(line, undone) },
      },
    }),
  );
  const columns = [
    { id: "code", header: (await getTranslator("loads.assign"))("code"), primary: true },
    { id: "from", header: t("from") },
    { id: "why", header: t("why") },
  ];
  return (
    <Card title={t("left", { count: page.leftCount })} flush="table">
      <FigureTable
        columns={columns}
        rows={await Promise.all(rows)}
        caption={t("leftCaption")}
        empty={null}
      />
    </Card>
  );
}

interface PageProps {
  params: Promise<{ id: string }>;
  /** how many tasks of a filter are not part of it */
  searchParams: Promise<{ left?: string }>;
}

/** A redistribution: looked at, applied, taken back. */
export default async function RedistributionView({ params, searchParams }: PageProps) {
  const { id } = await params;
  const left = Number((await searchParams).left);
  const lists = await getTranslator("lists.bulk");
  const t = await getTranslator("loads");
  const page = await getRedistribution(id);
  const kind =
    page.state === "planned" && page.planned > 0 ? "apply" : page.undoable ? "undo" : null;
  return (
    <ClientMessages namespaces={["common", "loads"]}>
      <PageHeader
        title={t(`result.${page.state}`)}
        lead={await leadOf(page)}
        crumbs={[
          { label: t("title"), href: "/tasks/loads" },
          { label: t("assign.title"), href: "/tasks/assign" },
          { label: t(`result.${page.state}`) },
        ]}
        crumbsLabel={t("title")}
        action={kind ? <StepForm key={kind} id={id} kind={kind} /> : null}
      />
      <div className="flex flex-col gap-6">
        {left > 0 ? <Banner>{lists("left", { count: left })}</Banner> : null}
        <Loads loads={page.loads} />
        <Left page={page} />
      </div>
    </ClientMessages>
  );
}
