import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { writtenCode } from "@/lib/domain/directives/request-code";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { citizenLink } from "@/lib/server/directives/citizen-link";
import { getRequest, type RequestDetail } from "@/lib/server/directives/request-queries";
import { AnswerCard } from "./_components/answer-card";
import { RecordCard } from "./_components/record-card";
import { RequestFacts } from "./_components/request-facts";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

const DONE = ["entered", "linkedDone", "opened", "answered"] as const;

export async function generateMetadata(): Promise<Metadata> {
  // The citizen's name stays out of the window's title and so out of the browser's history.
  return { title: (await getTranslator("requests"))("title") };
}

/** The code in letters to be read aloud, and where the citizen uses it. */
async function CodeCard({ request }: { request: RequestDetail }) {
  const t = await getTranslator("requests.detail");
  return (
    <Card title={t("code")}>
      <p className="text-xl font-semibold tracking-widest">{writtenCode(request.code)}</p>
      <p className="text-quiet">{t("codeHint", { address: citizenLink() })}</p>
    </Card>
  );
}

export default async function RequestPage({ params, searchParams }: PageProps) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const request = await getRequest(id.data);
  const { done } = await searchParams;
  const said = DONE.find((one) => one === done);
  const works = canDo(await currentRole(), "request:answer") && request.answeredAt === null;
  const t = await getTranslator("requests");
  return (
    <ClientMessages namespaces={["common", "requests"]}>
      <PageHeader
        title={request.fullName}
        lead={t(`stage.${request.stage}`)}
        crumbs={[
          { label: t("detail.back"), href: "/directives/requests" },
          { label: writtenCode(request.code) },
        ]}
        crumbsLabel={t("detail.back")}
      />
      <div className="flex max-w-3xl flex-col gap-4">
        {said ? (
          <Banner tone="settled" live>
            {t(`detail.${said}`)}
          </Banner>
        ) : null}
        <CodeCard request={request} />
        <RequestFacts request={request} />
        <RecordCard request={request} works={works} />
        <AnswerCard request={request} works={works} />
      </div>
    </ClientMessages>
  );
}
