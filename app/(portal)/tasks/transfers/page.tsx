import type { Metadata } from "next";
import { Said } from "@/app/(portal)/tasks/_components/said";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { StateChip } from "@/components/ui/state-chip";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { type Asked, listTransfers } from "@/lib/server/tasks/transfer-queries";
import { OfferCard } from "./_components/offer-card";

const TONES: Record<Asked["state"], Tone> = {
  asked: "waiting",
  accepted: "settled",
  refused: "danger",
  recalled: "info",
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("moves.transfers"))("title") };
}

/** What the reader's unit has asked; the record itself is there as long as it is still its own. */
async function AskedLine({ asked }: { asked: Asked }) {
  const t = await getTranslator("moves.transfers");
  const { state, answer, answeredByName, answeredAt, askedByName: name } = asked;
  return (
    <li className="flex flex-col gap-1 py-3">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {state === "accepted" ? (
          <strong>{asked.code}</strong>
        ) : (
          <TextLink href={`/tasks/${asked.taskId}`} prefetch={false} className="font-semibold">
            {asked.code}
          </TextLink>
        )}
        <StateChip tone={TONES[state]}>{t(`state.${state}`)}</StateChip>
        <span>{t("to", { unit: asked.offeredName })}</span>
      </span>
      <q className="break-words">{asked.reason}</q>
      <span className="text-sm text-quiet">
        {t("askedBy", { name, at: formatDateTime(asked.askedAt) })}
      </span>
      {answer ? <q className="break-words">{answer}</q> : null}
      {answeredByName && answeredAt ? (
        <span className="text-sm text-quiet">
          {t("answeredBy", { name: answeredByName, at: formatDateTime(answeredAt) })}
        </span>
      ) : null}
    </li>
  );
}

interface PageProps {
  searchParams: Promise<{ done?: string; code?: string; undo?: string }>;
}

/** Both directions of transfers: what waits for the reader's answer, and what their unit has asked. */
export default async function TransfersPage({ searchParams }: PageProps) {
  const { done, code, undo } = await searchParams;
  const t = await getTranslator("moves.transfers");
  const back = (await getTranslator("tasks.detail"))("back");
  const { offers, asked } = await listTransfers();
  const answers = (await currentRole()) !== "hamlet";
  return (
    <ClientMessages namespaces={["common", "tasks", "moves"]}>
      <Said done={done} code={code} undo={undo} stay />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: back, href: "/tasks" }, { label: t("title") }]}
        crumbsLabel={back}
      />
      <div className="flex flex-col gap-4">
        {answers ? (
          <Card title={t("offers")}>
            {offers.length === 0 ? <EmptyState icon="tasks" title={t("offersEmpty")} /> : null}
            <ul className="divide-y divide-line">
              {offers.map((offer) => (
                <OfferCard key={offer.id} offer={offer} />
              ))}
            </ul>
          </Card>
        ) : null}
        <Card title={t("asked")}>
          {asked.length === 0 ? <EmptyState icon="tasks" title={t("askedEmpty")} /> : null}
          <ul className="divide-y divide-line">
            {asked.map((one) => (
              <AskedLine key={one.id} asked={one} />
            ))}
          </ul>
        </Card>
      </div>
    </ClientMessages>
  );
}
