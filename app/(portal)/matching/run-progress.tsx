import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RunLine } from "@/lib/server/matching/queries";

/** How far a run is. */
export async function RunProgress({ run }: { run: RunLine }) {
  const t = await getTranslator("progress.run");
  return (
    <>
      <ProgressBar
        label={t("under", { file: run.fileName ?? "" })}
        value={run.done}
        max={Math.max(run.total, 1)}
        text={t("doneOf", { done: run.done, total: run.total })}
      />
      {run.waitingSince ? (
        <Banner tone="waiting">
          {t("waitingRegistry", { at: formatDateTime(run.waitingSince) })}
        </Banner>
      ) : null}
    </>
  );
}
