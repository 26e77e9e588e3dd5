import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { RunLine } from "@/lib/server/matching/queries";
import { runTitle } from "./run-title";

const MINUTE = 60;

/** "620 hồ sơ mỗi giây · còn khoảng 3 phút"; nothing before the first records are done. */
async function paceOf({ rate, total, done }: RunLine): Promise<string | null> {
  if (!rate) return null;
  const t = await getTranslator("progress.run");
  const pace = t("rate", { records: Math.max(1, Math.round(rate)) });
  const seconds = (total - done) / rate;
  const left =
    seconds < MINUTE ? t("leftSoon") : t("left", { minutes: Math.ceil(seconds / MINUTE) });
  return `${pace} · ${left}`;
}

/** How far a run is, how fast it goes and how long it will take. */
export async function RunProgress({ run }: { run: RunLine }) {
  const t = await getTranslator("progress.run");
  const title = await runTitle(run);
  const paused = run.state === "paused";
  const pace = paused ? null : await paceOf(run);
  const state = run.state === "queued" ? t("waiting") : t("counting");
  const counted = t("doneOf", { done: run.done, total: run.total });
  return (
    <div className="flex flex-col gap-1">
      <ProgressBar
        label={t(paused ? "pausedUnder" : "under", { file: title })}
        value={run.done}
        max={Math.max(run.total, 1)}
        text={run.counted ? counted : state}
        tone={paused ? "waiting" : "info"}
      />
      {pace ? <p className="text-sm text-quiet tabular-nums">{pace}</p> : null}
      {run.waitingSince ? (
        <Banner tone="waiting">
          {t("waitingRegistry", { at: formatDateTime(run.waitingSince) })}
        </Banner>
      ) : null}
    </div>
  );
}
