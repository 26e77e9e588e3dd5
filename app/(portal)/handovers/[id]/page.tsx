import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { getHandover, type HandoverPaper } from "@/lib/server/handovers/queries";
import { ReceiveForm } from "../receive-form";
import { Paper } from "./_components/paper";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("handovers"))("title") };
}

async function Notices({ handover, done }: { handover: HandoverPaper; done?: string }) {
  const t = await getTranslator("handovers");
  const said = (["signed", "received"] as const).find((one) => one === done);
  return (
    <div className="mb-4 flex flex-col gap-3 print:hidden">
      {said ? (
        <Banner tone="settled" live>
          {t(`done.${said}`, { no: handover.no, people: handover.lineCount })}
        </Banner>
      ) : null}
      {handover.intact ? null : <Banner tone="danger">{t("detail.broken")}</Banner>}
      {handover.masked ? <Banner>{t("detail.masked")}</Banner> : null}
    </div>
  );
}

async function Actions({ handover }: { handover: HandoverPaper }) {
  const t = await getTranslator("handovers");
  const receives = canDo(await currentRole(), "handover:receive");
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
      <PrintButton label={t("detail.print")} />
    </>
  );
}

export default async function HandoverPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const handover = await getHandover(id.data);
  const t = await getTranslator("handovers");
  const title = t("detail.title", { no: handover.no });
  return (
    <ClientMessages namespaces={["common"]}>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={t("detail.lead", { people: handover.lineCount, unit: handover.unitName })}
          crumbs={[{ label: t("title"), href: "/handovers" }, { label: title }]}
          crumbsLabel={t("title")}
          action={<Actions handover={handover} />}
        />
      </div>
      <Notices handover={handover} done={(await searchParams).done} />
      <Paper handover={handover} />
    </ClientMessages>
  );
}
