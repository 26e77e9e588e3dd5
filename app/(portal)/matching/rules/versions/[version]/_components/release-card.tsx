import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TextLink } from "@/components/ui/text-link";
import { getTranslator } from "@/lib/i18n/server";
import type { ReleaseSummary } from "@/lib/server/matching/model-queries";
import type { ReleaseOutcome } from "@/lib/server/tasks/release";
import { BarTable } from "../../../../../progress/bar-table";
import { isLive } from "../../../../is-live";

const REFRESH_SECONDS = 5;

function doneOf({ outcomes }: ReleaseSummary): number {
  return outcomes.reduce(
    (sum, { outcome, tasks }) => (outcome && outcome !== "held" ? sum + tasks : sum),
    0,
  );
}

async function Held({ held }: { held: ReleaseSummary["held"] }) {
  const t = await getTranslator("rules.release");
  if (held.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{t("held")}</h3>
      <ul>
        {held.map(({ taskId, code, unit, holder }) => (
          <li key={taskId}>
            <TextLink href={`/tasks/${taskId}`} prefetch={false}>
              {holder
                ? t("heldBy", { code, unit, name: holder })
                : t("heldByNobody", { code, unit })}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What became of the tasks that an approved version needs nobody for. */
export async function ReleaseCard({ release }: { release: ReleaseSummary | null }) {
  const t = await getTranslator("rules.release");
  if (!release) return null;
  const { total, outcomes, state } = release;
  const done = doneOf(release);
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        {isLive(release) ? (
          <>
            <AutoRefresh seconds={REFRESH_SECONDS} />
            <ProgressBar
              label={t("under")}
              value={done}
              max={Math.max(total, 1)}
              text={t("doneOf", { done, total })}
            />
          </>
        ) : null}
        {state === "stopped" ? <p>{t("stopped")}</p> : null}
        {total === 0 ? (
          <p className="text-quiet">{t("none")}</p>
        ) : (
          <BarTable
            caption={t("caption")}
            column={t("column")}
            unit={t("tasks")}
            rows={outcomes.map(({ outcome, tasks }) => ({
              key: outcome ?? "waiting",
              label: t(`outcome.${(outcome ?? "waiting") as ReleaseOutcome}`),
              people: tasks,
            }))}
          />
        )}
        <Held held={release.held} />
      </div>
    </Card>
  );
}
