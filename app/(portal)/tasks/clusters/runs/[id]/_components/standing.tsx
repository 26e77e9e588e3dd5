import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { UNDO_HOURS } from "@/lib/domain/tasks/bulk-outcome";
import { formatDateTime, formatPercent } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { BulkDetail } from "@/lib/server/tasks/bulk/queries";
import { RunControls, UndoForm } from "./run-controls";

const REFRESH_SECONDS = 2;
const HOUR = 60 * 60 * 1000;

function isLive({ state }: BulkDetail): boolean {
  return state === "queued" || state === "running";
}

/** How far it is; the undo counts the rows that it has to look at. */
async function Progress({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters.run");
  const undoing = bulk.phase === "undo";
  const [done, total] = undoing ? [bulk.undoDone, bulk.toUndo] : [bulk.done, bulk.total];
  const paused = bulk.state === "paused";
  const under = undoing ? "underUndo" : "under";
  const percent = formatPercent(total > 0 ? done / total : 0, 0, await getLocale());
  return (
    <ProgressBar
      label={t(paused ? "pausedUnder" : under)}
      value={done}
      max={Math.max(total, 1)}
      text={t("doneOf", { percent, done, total })}
      tone={paused ? "waiting" : "info"}
    />
  );
}

async function Words({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters");
  if (bulk.state === "blocked") {
    return (
      <Banner tone="danger" title={t("state.blocked")}>
        {t("run.blockedBody")}
      </Banner>
    );
  }
  if (bulk.state === "ready") return <p>{t("run.readyBody")}</p>;
  if (bulk.state === "done") {
    return <p>{t("run.allAccounted", { total: bulk.total })}</p>;
  }
  if (bulk.state !== "cancelled") return null;
  return (
    <Banner tone="waiting" title={t("state.cancelled")}>
      {t("run.cancelledBody", { done: bulk.done, total: bulk.total })}
    </Banner>
  );
}

/** Whether and until when the whole can be taken back. */
async function Undo({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters.run");
  const { id, phase, finishedAt, toUndo } = bulk;
  if (!bulk.mayChange || phase === "undo" || finishedAt === null || toUndo === 0) return null;
  const until = new Date(finishedAt.getTime() + UNDO_HOURS * HOUR);
  return bulk.mayUndo ? (
    <UndoForm id={id} until={formatDateTime(until)} />
  ) : (
    <p className="text-sm text-quiet">{t("undoOver")}</p>
  );
}

/** How a bulk stands, and what may be done with it now. */
export async function Standing({ bulk, count }: { bulk: BulkDetail; count: number | null }) {
  const { id, state, phase } = bulk;
  // Taken back to the end: what came of it says it all.
  if (phase === "undo" && state === "done") return null;
  return (
    <Card>
      {isLive(bulk) ? <AutoRefresh seconds={REFRESH_SECONDS} /> : null}
      <div className="flex flex-col gap-4">
        {isLive(bulk) || state === "paused" ? <Progress bulk={bulk} /> : null}
        <Words bulk={bulk} />
        {bulk.mayChange ? <RunControls id={id} state={state} phase={phase} count={count} /> : null}
        <Undo bulk={bulk} />
      </div>
    </Card>
  );
}
