import { Card } from "@/components/ui/card";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { ApartLine } from "@/lib/server/tasks/duplicates/apart-queries";
import { TakeBackForm } from "./apart-forms";

async function Line({ line, mayUndo }: { line: ApartLine; mayUndo: boolean }) {
  const t = await getTranslator("duplicates");
  const names = line.records.map(({ code, fullName }) => `${code} (${fullName ?? t("noName")})`);
  if (line.elsewhere > 0) names.push(t("merges.more", { count: line.elsewhere }));
  return (
    <li className="flex flex-col gap-2 py-3">
      <span>{names.join(", ")}</span>
      <span className="text-sm text-quiet">
        {t("apart.by", { name: line.name ?? "–", at: formatDateTime(line.at) })}
      </span>
      {mayUndo && line.elsewhere === 0 ? <TakeBackForm decisionId={line.decisionId} /> : null}
    </li>
  );
}

/** Who has said of which records that they are different people. Needs the texts of `duplicates`. */
export async function ApartList({
  lines,
  mayUndo,
}: {
  lines: readonly ApartLine[];
  mayUndo: boolean;
}) {
  const t = await getTranslator("duplicates.apart");
  if (lines.length === 0) return null;
  return (
    <Card title={t("listTitle")}>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <Line key={line.decisionId} line={line} mayUndo={mayUndo} />
        ))}
      </ul>
    </Card>
  );
}
