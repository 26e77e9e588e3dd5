import type { Metadata } from "next";
import { DigestLines } from "@/app/(portal)/_components/digest-lines";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate, formatTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { type Digest, listDigests } from "@/lib/server/directives/inbox";
import { MarkReadForm } from "./_components/mark-read-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("reminders"))("title") };
}

async function Day({ digest }: { digest: Digest }) {
  const t = await getTranslator("reminders");
  const day = t("day", { day: formatDate(digest.day) });
  return (
    <Card
      title={
        <>
          {day} {digest.read ? null : <Badge tone="waiting">{t("new")}</Badge>}
        </>
      }
      action={digest.read ? null : <MarkReadForm day={digest.day} />}
    >
      <DigestLines lines={digest.lines} />
      <p className="mt-3 text-sm text-quiet">{t("madeAt", { at: formatTime(digest.madeAt) })}</p>
    </Card>
  );
}

/** Where the officer says whether they are mailed too, and the centre when nobody is reminded. */
async function Links() {
  const t = await getTranslator("reminders");
  const actor = await currentActor();
  if (!actor) return null;
  const sets = actor.unitLevel === "nation" && canDo(actor.role, "setting:write");
  return (
    <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {canDo(actor.role, "digest:receive") ? (
        <TextLink href="/account">{t("byMail")}</TextLink>
      ) : null}
      {sets ? <TextLink href="/reminders/settings">{t("quiet.link")}</TextLink> : null}
    </p>
  );
}

/** The officer's own digests, the newest first. */
export default async function RemindersPage() {
  const t = await getTranslator("reminders");
  const digests = await listDigests();
  return (
    <ClientMessages namespaces={["common", "reminders"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: t("home"), href: "/home" }, { label: t("title") }]}
        crumbsLabel={t("home")}
      />
      {digests.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <div className="flex max-w-3xl flex-col gap-4">
          {digests.map((digest) => (
            <Day key={digest.day} digest={digest} />
          ))}
        </div>
      )}
      <Links />
    </ClientMessages>
  );
}
