import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { writeHandoverPaper } from "@/lib/i18n/handover-paper";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { getHandover, type HandoverDetail } from "@/lib/server/handovers/queries";
import { ReceiveForm } from "../receive-form";
import { CheckCard } from "./_components/check-card";
import { DisputeForm } from "./_components/dispute-form";
import { DisputesCard } from "./_components/disputes-card";
import { Paper } from "./_components/paper";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; check?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("handovers"))("title") };
}

async function Notices({ handover, done }: { handover: HandoverDetail; done?: string }) {
  const t = await getTranslator("handovers");
  const said = (["signed", "received"] as const).find((one) => one === done);
  const { no, lineCount, disputedCount, receivedAt } = handover;
  const people = lineCount - (receivedAt ? disputedCount : 0);
  return (
    <div className="mb-4 flex flex-col gap-3 print:hidden">
      {said ? (
        <Banner tone="settled" live>
          {t(`done.${said}`, { no, people })}
        </Banner>
      ) : null}
      {handover.intact ? null : <Banner tone="danger">{t("detail.broken")}</Banner>}
      {handover.masked ? <Banner>{t("detail.masked")}</Banner> : null}
    </div>
  );
}

async function Actions({ handover }: { handover: HandoverDetail }) {
  const t = await getTranslator("handovers");
  const receives = canDo(await currentRole(), "handover:receive");
  const here = `/handovers/${handover.id}`;
  return (
    <>
      {receives && !handover.receivedAt ? (
        <ReceiveForm handover={handover} label={t("receive.action")} />
      ) : null}
      {receives && handover.receivedAt ? (
        <LinkButton href="/tasks?view=unit&state=correcting" variant="primary">
          {t("detail.tasks")}
        </LinkButton>
      ) : null}
      <LinkButton href={`${here}?check=1`}>{t("check.action")}</LinkButton>
      <LinkButton href={`${here}/docx`} prefetch={false} icon="download">
        {t("detail.download")}
      </LinkButton>
      <PrintButton label={t("detail.print")} />
    </>
  );
}

async function Below({ handover, check }: { handover: HandoverDetail; check: boolean }) {
  const disputes = canDo(await currentRole(), "handover:receive") && !handover.receivedAt;
  return (
    <div className="mb-4 flex max-w-[210mm] flex-col gap-4 print:hidden">
      {check ? <CheckCard handover={handover} /> : null}
      <DisputesCard disputes={handover.disputes} />
      {disputes ? (
        <DisputeForm
          handover={{ id: handover.id, version: handover.version }}
          lines={handover.lines.map(({ lineNo, fullName, recordCode }) => ({
            ...{ lineNo, recordCode },
            fullName: fullName ?? recordCode,
          }))}
        />
      ) : null}
    </div>
  );
}

export default async function HandoverPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { done, check } = await searchParams;
  const handover = await getHandover(id.data);
  const t = await getTranslator("handovers");
  const title = t("detail.title", { no: handover.no });
  return (
    <ClientMessages namespaces={["common", "handovers"]}>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={t("detail.lead", { people: handover.lineCount, unit: handover.unitName })}
          crumbs={[{ label: t("title"), href: "/handovers" }, { label: title }]}
          crumbsLabel={t("title")}
          action={<Actions handover={handover} />}
        />
      </div>
      <Notices handover={handover} done={done} />
      <Below handover={handover} check={check !== undefined} />
      <Paper paper={writeHandoverPaper(handover)} label={t("detail.paper")} />
    </ClientMessages>
  );
}
