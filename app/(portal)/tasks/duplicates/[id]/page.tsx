import type { Metadata } from "next";
import { DoseList } from "@/app/(portal)/tasks/_components/dose-list";
import { MergeList } from "@/app/(portal)/tasks/_components/merge-list";
import { RecordColumns } from "@/app/(portal)/tasks/_components/record-columns";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import { type DuplicateSet, getDuplicateSet } from "@/lib/server/tasks/duplicates/queries";
import { TellApartForm } from "../_components/apart-forms";
import { ApartList } from "../_components/apart-list";
import { MergeForm } from "../_components/merge-form";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ r?: string | string[]; merged?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator("duplicates.set"))("title") };
}

async function Notices({ set, merged }: { set: DuplicateSet; merged: number }) {
  const t = await getTranslator("duplicates");
  return (
    <>
      {merged > 0 ? (
        <Banner tone="settled" live>
          {t("done.merged", { count: merged })}
        </Banner>
      ) : null}
      {set.elsewhere.length > 0 ? (
        <Banner tone="waiting" title={t("elsewhereTitle")}>
          {t("elsewhereBody", { units: [...new Set(set.elsewhere)].join(", ") })}
        </Banner>
      ) : null}
      {set.judgement.twoPeople ? <Banner tone="danger">{t("twoPeople")}</Banner> : null}
      {set.pairsApart > 0 ? <Banner tone="waiting">{t("apart.said")}</Banner> : null}
    </>
  );
}

/** Of more than two, which are looked at together; the address keeps the choice. */
async function Records({ set }: { set: DuplicateSet }) {
  const t = await getTranslator("duplicates.set");
  if (set.records.length < 3) return <RecordColumns records={set.records} />;
  return (
    <form method="get" className="flex flex-col gap-4">
      <RecordColumns records={set.records} chosen={set.chosen} />
      <div>
        <Button type="submit">{t("review")}</Button>
      </div>
    </form>
  );
}

async function Merging({ set, mayMerge }: { set: DuplicateSet; mayMerge: boolean }) {
  const t = await getTranslator("duplicates");
  if (set.chosen.length < 2 || set.judgement.twoPeople || set.pairsApart > 0) return null;
  const records = set.records.filter((one) => set.chosen.includes(one.recordId));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card title={t("form.title")}>
        {mayMerge ? (
          <MergeForm
            key={set.chosen.join()}
            records={records}
            questions={set.union.questions}
            warnings={set.judgement.warnings}
          />
        ) : (
          <p>{t("healthMerges")}</p>
        )}
      </Card>
      <Card title={t("form.union", { count: set.union.doses.length })}>
        <DoseList doses={set.union.doses} />
      </Card>
    </div>
  );
}

/** They are different people, where nobody has said so of each two of them. */
async function Apart({ set }: { set: DuplicateSet }) {
  const t = await getTranslator("duplicates.apart");
  const chosen = set.chosen.length;
  if (set.pairsApart >= (chosen * (chosen - 1)) / 2) return null;
  const records = set.records.filter((one) => set.chosen.includes(one.recordId));
  return (
    <Card title={t("title")}>
      <TellApartForm key={set.chosen.join()} records={records} />
    </Card>
  );
}

/** Records of one person side by side, what speaks against it, and the merge. */
export default async function DuplicateSetPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const { r, merged } = await searchParams;
  const t = await getTranslator("duplicates");
  const set = await getDuplicateSet({ id, chosen: [r ?? []].flat() });
  const mayMerge = canDo(await currentRole(), "duplicate:merge");
  return (
    <ClientMessages namespaces={["common", "duplicates"]}>
      <PageHeader
        title={t("set.title")}
        lead={t("set.lead")}
        crumbs={[
          { label: t("tasks"), href: "/tasks" },
          { label: t("title"), href: "/tasks/duplicates" },
          { label: t("set.title") },
        ]}
        crumbsLabel={t("title")}
      />
      <div className="flex flex-col gap-4">
        <Notices set={set} merged={Number(merged) || 0} />
        <Records set={set} />
        <Merging set={set} mayMerge={mayMerge} />
        {mayMerge ? <Apart set={set} /> : null}
        <ApartList lines={set.apart} mayUndo={mayMerge} />
        <MergeList merges={set.merges} mayUndo={mayMerge} />
      </div>
    </ClientMessages>
  );
}
