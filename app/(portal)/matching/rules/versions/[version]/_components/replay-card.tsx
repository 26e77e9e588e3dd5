import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import type { ModelDetail, ReplaySummary } from "@/lib/server/matching/model-queries";
import { isLive } from "../../../../is-live";
import { ReplayButton } from "./replay-button";
import { ReplayFigures } from "./replay-figures";

const REFRESH_SECONDS = 2;

async function Underway({ replay, version }: { replay: ReplaySummary; version: string }) {
  const t = await getTranslator("rules.replay");
  return (
    <>
      <AutoRefresh seconds={REFRESH_SECONDS} />
      {replay.state === "queued" ? (
        <p className="text-quiet">{t("waiting")}</p>
      ) : (
        <ProgressBar
          label={t("under", { version })}
          value={replay.done}
          max={Math.max(replay.total, 1)}
          text={t("doneOf", { done: replay.done, total: replay.total })}
        />
      )}
    </>
  );
}

async function Finished({ replay, detail }: { replay: ReplaySummary; detail: ModelDetail }) {
  const t = await getTranslator("rules.replay");
  const { current, state } = detail;
  const base = replay.baseVersion;
  const at = formatDateTime(replay.finishedAt ?? replay.createdAt);
  const stale = base !== current.version && state !== "approved";
  return (
    <div className="flex flex-col gap-4">
      {stale ? (
        <Banner tone="waiting">{t("stale", { base, current: current.version })}</Banner>
      ) : null}
      <p className="max-w-3xl text-quiet">{t("summary", { base, total: replay.total, at })}</p>
      <ReplayFigures replay={replay} />
    </div>
  );
}

async function Shown({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.replay");
  const { replay, version } = detail;
  if (!replay) return <p className="text-quiet">{t("none")}</p>;
  return isLive(replay) ? (
    <Underway replay={replay} version={version} />
  ) : (
    <Finished replay={replay} detail={detail} />
  );
}

function mayRun({ atCentre, state, replay }: ModelDetail): boolean {
  return atCentre && state !== "approved" && !(replay && isLive(replay));
}

/** The shadow run of a version: how far it is, or what it shows, and a button for another. */
export async function ReplayCard({ detail }: { detail: ModelDetail }) {
  const t = await getTranslator("rules.replay");
  const { replay, version } = detail;
  if (!replay && detail.state === "approved") return null;
  const button = <ReplayButton version={version}>{replay ? t("again") : t("start")}</ReplayButton>;
  return (
    <Card title={t("title")} action={mayRun(detail) ? button : null}>
      <Shown detail={detail} />
    </Card>
  );
}
