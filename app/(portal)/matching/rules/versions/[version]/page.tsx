import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { getModelVersion, type ModelDetail } from "@/lib/server/matching/model-queries";
import { ModelFacts } from "../../_components/model-facts";
import { ModelStateChip } from "../../_components/version-list";
import { ApproveCard } from "./_components/approve-card";
import { Changes } from "./_components/changes";
import { ReleaseCard } from "./_components/release-card";
import { ReplayCard } from "./_components/replay-card";

interface PageProps {
  params: Promise<{ version: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("rules"))("title") };
}

async function Facts({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.version");
  return (
    <Card title={t("note")} action={<ModelStateChip state={detail.state} />}>
      <p className="mb-3 break-words">{detail.note ?? t("noNote")}</p>
      <ModelFacts model={detail.model} />
    </Card>
  );
}

async function History({ events }: Pick<ModelDetail, "events">) {
  const t = await getTranslator("rules.version");
  return (
    <Card title={t("history")}>
      <ol className="flex flex-col gap-2">
        {events.map(({ event, at, name, note }) => (
          <li key={`${event} ${at.toISOString()}`} className="flex flex-wrap gap-x-3">
            <span className="text-quiet tabular-nums">{formatDateTime(at)}</span>
            <span>{t(`event.${event}`)}</span>
            {name ? <span className="text-quiet">{name}</span> : null}
            {note ? <q className="basis-full text-quiet">{note}</q> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** One version, in the order of the decision: what it changes, what it would do, the decision. */
export default async function VersionPage({ params }: PageProps) {
  const { version } = await params;
  const detail = await getModelVersion(decodeURIComponent(version));
  const room = await getTranslator("rules");
  const t = await getTranslator("rules.version");
  const title = t("title", { version: detail.version });
  return (
    <ClientMessages namespaces={["common"]}>
      <PageHeader
        title={title}
        crumbs={[
          { label: room("back"), href: "/matching" },
          { label: room("title"), href: "/matching/rules" },
          { label: title },
        ]}
        crumbsLabel={room("back")}
        action={
          <LinkButton
            href={`/api/v1/models/${encodeURIComponent(detail.version)}`}
            icon="download"
            prefetch={false}
          >
            {t("download")}
          </LinkButton>
        }
      />
      <div className="flex flex-col gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Facts detail={detail} />
          <Changes detail={detail} />
        </div>
        {detail.atCentre ? <ReplayCard detail={detail} /> : null}
        <ApproveCard detail={detail} />
        <ReleaseCard release={detail.release} />
        <History events={detail.events} />
      </div>
    </ClientMessages>
  );
}
