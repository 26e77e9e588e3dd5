import type { Metadata } from "next";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { canManage } from "@/lib/domain/officers/new-officer";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { getOfficer, type OfficerDetail } from "@/lib/server/officers/queries";
import { OfficerState } from "../_components/officer-state";
import { practiceDetail } from "../practice-words";
import { ApproverForm } from "./_components/approver-form";
import { InviteForm } from "./_components/invite-form";
import { LockForm } from "./_components/lock-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("officers"))("title") };
}

export default async function OfficerPage({ params }: { params: Promise<{ id: string }> }) {
  const officer = await getOfficer((await params).id);
  const t = await getTranslator("officers");
  return (
    <div className="reading">
      <PageHeader
        title={officer.fullName}
        crumbs={[{ label: t("title"), href: "/officers" }, { label: officer.username }]}
        crumbsLabel={t("title")}
      />
      <ClientMessages namespaces={["officers"]}>
        <div className="flex flex-col gap-6">
          <DescriptionList items={await describeOfficer(officer)} />
          <Management officer={officer} />
        </div>
      </ClientMessages>
    </div>
  );
}

async function describeOfficer(officer: OfficerDetail) {
  const approval = await getTranslator("approval.officer");
  const t = await getTranslator("officers");
  const roles = await getTranslator("access.role");
  const practised = await practiceDetail(officer);
  const practice = (await getTranslator("practice.officer"))("term");
  const { hamletName, disabledAt, lastSignInAt } = officer;
  return [
    { term: t("columns.username"), value: officer.username },
    { term: t("columns.role"), value: roles(officer.role) },
    { term: t("columns.unit"), value: officer.unitName },
    ...(hamletName ? [{ term: t("detail.hamlet"), value: hamletName }] : []),
    { term: t("columns.state"), value: <OfficerState disabled={officer.disabled} /> },
    ...(disabledAt ? [{ term: t("detail.disabledAt"), value: formatDateTime(disabledAt) }] : []),
    ...(canDo(officer.role, "task:approve")
      ? [{ term: approval("term"), value: approval(officer.approver ? "yes" : "no") }]
      : []),
    ...(practised ? [{ term: practice, value: practised }] : []),
    { term: t("detail.created"), value: formatDateTime(officer.createdAt) },
    {
      term: t("detail.lastSignIn"),
      value: lastSignInAt ? formatDateTime(lastSignInAt) : t("detail.never"),
    },
  ];
}

async function Management({ officer }: { officer: OfficerDetail }) {
  const t = await getTranslator("officers.detail");
  const actor = await currentActor();
  if (!actor || actor.officerId === officer.id) {
    const action = <LinkButton href="/account">{t("toAccount")}</LinkButton>;
    return <Banner action={action}>{t("yourself")}</Banner>;
  }
  if (!canManage(actor.role, officer.role)) return <Banner>{t("notManaged")}</Banner>;
  const { id, disabled, version } = officer;
  return (
    <>
      {disabled ? null : (
        <Card title={t("inviteTitle")}>
          <p className="mb-4">{t("inviteBody")}</p>
          <InviteForm officerId={id} />
        </Card>
      )}
      <ApproverForm officer={officer} />
      <Card title={t(disabled ? "enableTitle" : "disableTitle")}>
        <p className="mb-4">{t(disabled ? "enableBody" : "disableBody")}</p>
        <LockForm officer={{ id, version, disabled }} />
      </Card>
    </>
  );
}
