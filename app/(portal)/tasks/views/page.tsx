import type { Metadata } from "next";
import { SavedViews } from "@/app/(portal)/_components/saved-views";
import { getTranslator } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("lists.saved"))("title") };
}

/** The officer's own views of the list of tasks. */
export default function ViewsPage() {
  return <SavedViews list="tasks" />;
}
