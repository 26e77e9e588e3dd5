import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareLegend } from "@/components/compare/compare-legend";
import { PageHeader } from "@/components/ui/page-header";
import { FORCES } from "@/lib/domain/access/roles";
import { EXERCISES } from "@/lib/domain/tasks/practice/exercises";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { findOwnPractice } from "@/lib/server/tasks/practice";
import { PracticeRun } from "./_components/practice-run";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("practice"))("title") };
}

/** Invented records to be settled with the real screen and the real engine; nothing real is touched. */
export default async function PracticePage() {
  const role = await currentRole();
  const force = FORCES.find((one) => one === role);
  if (!force) notFound();
  const t = await getTranslator("practice");
  const last = await findOwnPractice();
  const { score = 0, total = 0, finishedAt } = last ?? {};
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ClientMessages namespaces={["common", "practice"]}>
        <PracticeRun
          force={force}
          legend={<CompareLegend />}
          intro={t("intro", { count: EXERCISES[force].length })}
          last={finishedAt ? t("last", { score, total, day: formatDate(finishedAt) }) : undefined}
        />
      </ClientMessages>
    </>
  );
}
