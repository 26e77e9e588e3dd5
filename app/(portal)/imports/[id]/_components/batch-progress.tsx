import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StateChip } from "@/components/ui/state-chip";
import { getTranslator } from "@/lib/i18n/server";
import type { BatchDetail } from "@/lib/server/imports/queries";

const LIVE = ["queued", "reading", "running"];

/** How far reading and comparing are; refreshed while something is under way. */
export async function BatchProgress({ batch }: { batch: BatchDetail }) {
  const t = await getTranslator("imports.page");
  const read = batch.state === "done";
  const live = LIVE.includes(batch.state) || LIVE.includes(batch.runState ?? "");
  return (
    <Card>
      {live ? <AutoRefresh seconds={1.5} /> : null}
      <div className="flex flex-col gap-4">
        <ProgressBar
          label={t("reading")}
          value={read ? 1 : 0}
          text={t("readingText", { rows: batch.rowsRead })}
          tone={read ? "settled" : "info"}
        />
        <ProgressBar
          label={t("matching")}
          value={batch.runDone}
          max={Math.max(batch.runTotal, 1)}
          text={t("matchingText", { done: batch.runDone, total: batch.runTotal })}
          tone={batch.runState === "done" ? "settled" : "info"}
        />
        <output className="flex flex-wrap gap-2">
          <StateChip tone={read ? "settled" : "waiting"}>
            {t(`state.${batch.state as "done"}`)}
          </StateChip>
          {batch.runState ? (
            <StateChip tone={batch.runState === "done" ? "settled" : "waiting"}>
              {t(`run.${batch.runState as "done"}`)}
            </StateChip>
          ) : null}
        </output>
      </div>
    </Card>
  );
}
