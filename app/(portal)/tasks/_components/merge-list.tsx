import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { MergeLine } from "@/lib/server/tasks/duplicates/merges";
import { SeparateForm } from "./separate-form";

async function Merge({ merge, mayUndo }: { merge: MergeLine; mayUndo: boolean }) {
  const t = await getTranslator("duplicates");
  const codes = merge.closed.map((one) => `${one.code} (${one.fullName ?? t("noName")})`);
  if (merge.elsewhere > 0) codes.push(t("merges.more", { count: merge.elsewhere }));
  const code = merge.stays.code ?? t("merges.hidden");
  return (
    <li className="flex flex-col gap-2 py-3">
      <span>{t("merges.line", { code, closed: codes.join(", ") })}</span>
      <span className="text-sm text-quiet">
        {t("merges.by", { name: merge.name ?? "–", at: formatDateTime(merge.at) })}
      </span>
      {mayUndo && merge.elsewhere === 0 ? (
        <SeparateForm mergeId={merge.mergeId} today={merge.today} />
      ) : null}
    </li>
  );
}

interface MergeListProps {
  merges: readonly MergeLine[];
  /** whether the reader may take one back */
  mayUndo: boolean;
}

/** What was merged and still holds. Its forms need the texts of `duplicates`. */
export async function MergeList({ merges, mayUndo }: MergeListProps) {
  const t = await getTranslator("duplicates.merges");
  if (merges.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="divide-y divide-line">
        {merges.map((merge) => (
          <Merge key={merge.mergeId} merge={merge} mayUndo={mayUndo} />
        ))}
      </ul>
    </Card>
  );
}
