import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentActor } from "@/lib/server/core/session";
import { FieldScreen } from "./_components/field-screen";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("offline.field"))("title") };
}

/** The carried list as a checklist. All that it shows comes from the browser's own vault. */
export default async function FieldPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!canDo(actor.role, "task:claim")) notFound();
  return (
    <ClientMessages namespaces={["contact", "records"]}>
      <FieldScreen />
    </ClientMessages>
  );
}
