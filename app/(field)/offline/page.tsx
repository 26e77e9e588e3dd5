import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslator } from "@/lib/i18n/server";
import { WaysOn } from "./_components/ways-on";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("offline.offlinePage"))("title") };
}

/** In place of a page that can't be fetched now. */
export default async function OfflinePage() {
  const t = await getTranslator("offline.offlinePage");
  return (
    <>
      <PageHeader title={t("title")} lead={t("body")} />
      <WaysOn />
    </>
  );
}
