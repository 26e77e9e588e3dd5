import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PasswordRules } from "@/app/(auth)/password-rules";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { forceOf } from "@/lib/domain/access/actor";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { getUnitTrail } from "@/lib/server/units/queries";
import { EmailCard } from "./_components/email-card";
import { PasswordForm } from "./_components/password-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("access.account"))("title") };
}

export default async function AccountPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslator("access");
  const trail = await getUnitTrail();
  return (
    <div className="reading">
      <PageHeader title={t("account.title")} />
      <div className="flex flex-col gap-6">
        <DescriptionList
          items={[
            { term: t("account.fullName"), value: actor.fullName },
            { term: t("account.username"), value: actor.username },
            { term: t("account.role"), value: t(`role.${actor.role}`) },
            { term: t("account.unit"), value: trail.join(" › ") },
          ]}
        />
        {forceOf(actor) ? (
          <div>
            <LinkButton href="/account/plan" icon="calendar">
              {(await getTranslator("loads"))("links.plan")}
            </LinkButton>
          </div>
        ) : null}
        {canDo(actor.role, "digest:receive") ? (
          <ClientMessages namespaces={["common"]}>
            <EmailCard />
          </ClientMessages>
        ) : null}
        <Card title={t("account.changeTitle")}>
          <div className="flex flex-col gap-5">
            <p>{t("account.changeLead")}</p>
            <PasswordRules />
            <ClientMessages namespaces={["access"]}>
              <PasswordForm />
            </ClientMessages>
          </div>
        </Card>
      </div>
    </div>
  );
}
