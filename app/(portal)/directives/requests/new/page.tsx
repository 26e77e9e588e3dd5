import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { EnterForm } from "./_components/enter-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("requests.form"))("title") };
}

export default async function NewRequestPage() {
  if (!canDo(await currentRole(), "request:enter")) notFound();
  const t = await getTranslator("requests");
  return (
    <ClientMessages namespaces={["common", "requests"]}>
      <PageHeader
        title={t("form.title")}
        lead={t("form.lead")}
        crumbs={[
          { label: t("detail.back"), href: "/directives/requests" },
          { label: t("form.title") },
        ]}
        crumbsLabel={t("detail.back")}
      />
      <EnterForm />
    </ClientMessages>
  );
}
