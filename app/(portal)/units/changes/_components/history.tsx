import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ProgressBar } from "@/components/ui/progress-bar";
import { StateChip } from "@/components/ui/state-chip";
import type { Tone } from "@/components/ui/tone";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/server";
import { type ChangeLine, listChanges } from "@/lib/server/units/change-queries";
import { CancelForm } from "./change-forms";

const TONES: Record<ChangeLine["state"], Tone> = {
  planned: "waiting",
  applying: "info",
  done: "settled",
  refused: "danger",
  cancelled: "neutral",
};

async function Counts({ line }: { line: ChangeLine }) {
  const t = await getTranslator("units.change.history");
  const { before, after } = line;
  if (!before || !after) return null;
  const same = JSON.stringify(before) === JSON.stringify(after);
  const words = { before: t("count", before), after: t("count", after) };
  return (
    <p className="text-sm tabular-nums">
      {t("counts", words)}
      {same ? null : ` ${t("differs")}`}
    </p>
  );
}

async function reasonOf({ state, reason }: ChangeLine): Promise<string | null> {
  if (!reason) return null;
  if (reason === "waits") return (await getTranslator("units.change.history"))("waits");
  const errors = await getTranslator("errors.reason");
  return state === "refused" ? errors(reason as "changeNotCommunes") : null;
}

async function Line({ line }: { line: ChangeLine }) {
  const t = await getTranslator("units.change.history");
  const words = await getTranslator("units.change");
  const title = t("line", { from: line.from.join(", "), to: line.to.join(", ") });
  const { done, total } = line;
  const reason = await reasonOf(line);
  const at = formatDateTime(line.createdAt);
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 py-4">
      <div className="flex min-w-0 flex-1 flex-col gap-1 break-words">
        <span>
          <StateChip tone={TONES[line.state]}>{words(`state.${line.state}`)}</StateChip>{" "}
          {words(`kind.${line.kind}`)}, {t("on", { date: formatDate(line.effectiveOn) })}
        </span>
        <strong>{title}</strong>
        {line.by ? (
          <span className="text-sm text-quiet">{t("by", { name: line.by, at })}</span>
        ) : null}
        {reason ? <p className="text-sm">{reason}</p> : null}
        {line.state === "applying" ? (
          <ProgressBar
            label={title}
            value={done}
            max={Math.max(total, done, 1)}
            text={t("progress", { done, total })}
          />
        ) : null}
        <Counts line={line} />
      </div>
      {line.state === "planned" ? <CancelForm changeId={line.id} /> : null}
    </li>
  );
}

/** Changes that were asked for, those that are to come first. */
export async function History() {
  const t = await getTranslator("units.change.history");
  const lines = await listChanges();
  const live = lines.some(({ state }) => state === "applying" || state === "planned");
  return (
    <Card title={t("title")}>
      {live ? <AutoRefresh seconds={5} /> : null}
      {lines.length === 0 ? <EmptyState title={t("empty")} /> : null}
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </Card>
  );
}
