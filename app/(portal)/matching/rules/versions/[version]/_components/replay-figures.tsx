import { Stat } from "@/components/ui/stat";
import type { Tone } from "@/components/ui/tone";
import { REPLAY_VERDICTS, type ReplayVerdict } from "@/lib/domain/matching/replay";
import type { DifferenceClass } from "@/lib/domain/matching/vocabulary";
import { formatNumber } from "@/lib/i18n/format";
import { getLocale, getTranslator } from "@/lib/i18n/server";
import type { ReplaySummary } from "@/lib/server/matching/model-queries";
import { BarTable } from "../../../../../progress/bar-table";

const TONES: Record<ReplayVerdict, Tone> = {
  contradicted: "danger",
  gained: "settled",
  released: "settled",
  stricter: "waiting",
  unchanged: "neutral",
};

type Cells = ReplaySummary["cells"];

function sum(cells: Cells, verdict: ReplayVerdict): number {
  return cells.reduce((all, one) => (one.verdict === verdict ? all + one.records : all), 0);
}

function byClass(cells: Cells, verdict: ReplayVerdict): [string, number][] {
  const classes = new Map<string, number>();
  for (const { verdict: of, mainClass, records } of cells) {
    if (of === verdict) classes.set(mainClass, (classes.get(mainClass) ?? 0) + records);
  }
  return [...classes].sort(([, a], [, b]) => b - a);
}

interface VerdictProps {
  replay: ReplaySummary;
  verdict: ReplayVerdict;
}

async function ByClass({ replay, verdict }: VerdictProps) {
  const t = await getTranslator("rules.replay");
  const classes = await getTranslator("matching.class");
  const words = t(`verdict.${verdict}`);
  return (
    <section>
      <h3 className="font-semibold">{words}</h3>
      <p className="mb-2 text-sm text-quiet">{t(`meaning.${verdict}`)}</p>
      <BarTable
        caption={t("byClassCaption", { verdict: words })}
        column={t("class")}
        unit={t("column")}
        rows={byClass(replay.cells, verdict).map(([key, people]) => ({
          key,
          label: classes(key as DifferenceClass),
          people,
          href: `/matching/rules/replays/${replay.id}?verdict=${verdict}&mainClass=${key}`,
        }))}
      />
    </section>
  );
}

/** What a version would change: the wrong matches first, each figure with its list behind it. */
export async function ReplayFigures({ replay }: { replay: ReplaySummary }) {
  const t = await getTranslator("rules.replay");
  const locale = await getLocale();
  const found = REPLAY_VERDICTS.filter(
    (verdict) => verdict !== "unchanged" && sum(replay.cells, verdict) > 0,
  );
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 xl:grid-cols-5">
        {REPLAY_VERDICTS.map((verdict) => {
          const records = sum(replay.cells, verdict);
          return (
            <Stat
              key={verdict}
              label={t(`verdict.${verdict}`)}
              value={formatNumber(records, 0, locale)}
              unit={t("records")}
              tone={records > 0 ? TONES[verdict] : "neutral"}
              href={
                records > 0 ? `/matching/rules/replays/${replay.id}?verdict=${verdict}` : undefined
              }
            />
          );
        })}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {found.map((verdict) => (
          <ByClass key={verdict} replay={replay} verdict={verdict} />
        ))}
      </div>
    </>
  );
}
