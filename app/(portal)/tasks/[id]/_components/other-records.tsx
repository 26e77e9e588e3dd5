import { MergeList } from "@/app/(portal)/tasks/_components/merge-list";
import { RecordColumns } from "@/app/(portal)/tasks/_components/record-columns";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { canDo } from "@/lib/domain/access/roles";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { getTranslator } from "@/lib/i18n/server";
import { currentRole } from "@/lib/server/core/session";
import type { TaskDetail } from "@/lib/server/tasks/detail";
import { type DuplicateSet, findOtherRecords } from "@/lib/server/tasks/duplicates/queries";

async function Alike({ set, recordId }: { set: DuplicateSet; recordId: string }) {
  const t = await getTranslator("duplicates");
  const others = set.records.filter((one) => one.recordId !== recordId);
  return (
    <section className="flex flex-col gap-3" aria-labelledby="other-records">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="other-records" className="text-lg">
          {t("section.title")}
        </h2>
        {others.length > 0 ? (
          <LinkButton href={`/tasks/duplicates/${recordId}`} prefetch={false}>
            {t("section.compare")}
          </LinkButton>
        ) : null}
      </div>
      {set.elsewhere.length > 0 ? (
        <Banner tone="waiting" title={t("elsewhereTitle")}>
          {t("elsewhereBody", { units: [...new Set(set.elsewhere)].join(", ") })}
        </Banner>
      ) : null}
      {set.judgement.twoPeople ? <Banner tone="danger">{t("twoPeople")}</Banner> : null}
      {others.length > 0 ? <RecordColumns records={set.records} /> : null}
    </section>
  );
}

/** Other records that may be the same person's, and those that were merged with this one. */
export async function OtherRecords({ task }: { task: TaskDetail }) {
  const role = await currentRole();
  if (!canDo(role, "duplicate:read")) return null;
  const { set, merges, staysElsewhere } = await findOtherRecords(task.recordId);
  const t = await getTranslator("duplicates.section");
  return (
    <ClientMessages namespaces={["common", "duplicates"]}>
      {staysElsewhere ? <Banner>{t("staysElsewhere")}</Banner> : null}
      {set ? <Alike set={set} recordId={task.recordId} /> : null}
      <MergeList merges={merges} mayUndo={canDo(role, "duplicate:merge")} />
    </ClientMessages>
  );
}
