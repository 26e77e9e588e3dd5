import { Card } from "@/components/ui/card";
import { Stat } from "@/components/ui/stat";
import { formatNumber } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RunDetail } from "@/lib/server/matching/queries";

/** Records that may be one person's: how many groups, and the way to them. */
export async function Duplicates({ run }: { run: RunDetail }) {
  const t = await getTranslator("progress.run.groups");
  if (run.groups === null) return null;
  return (
    <Card title={t("title")}>
      {run.groups === 0 ? (
        <p className="text-quiet">{t("none")}</p>
      ) : (
        <Stat
          label={t("label")}
          value={formatNumber(run.groups)}
          unit={t("unit")}
          href={`/matching/groups?run=${run.id}`}
        />
      )}
    </Card>
  );
}
