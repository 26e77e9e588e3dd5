import { BarTable } from "@/app/(portal)/progress/bar-table";
import { refusalWords } from "@/app/(portal)/tasks/clusters/_components/rule-words";
import { Card } from "@/components/ui/card";
import { BULK_OUTCOMES, type BulkOutcome, UNDO_OUTCOMES } from "@/lib/domain/tasks/bulk-outcome";
import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";
import type { BulkDetail } from "@/lib/server/tasks/bulk/queries";

/** Why a row was left out, or what the comparison said of it once it was corrected. */
export async function reasonWords(outcome: string, reason: string | null): Promise<string> {
  if (!reason) return "–";
  if (outcome !== "notAccepted") return refusalWords(reason);
  const t = await getTranslator("matching.rule");
  return codeText(t, { code: reason }, "low_score");
}

/** Every row of the bulk by what became of it; each figure opens its list. */
export async function Results({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters");
  const rows = BULK_OUTCOMES.filter((outcome) => bulk.outcomes[outcome]).map((outcome) => ({
    key: outcome,
    label: t(`outcome.${outcome}`),
    people: bulk.outcomes[outcome] ?? 0,
    href: `/tasks/clusters/runs/${bulk.id}?outcome=${outcome}`,
  }));
  const left = bulk.total - bulk.done;
  return (
    <Card title={t("run.results")}>
      <BarTable
        caption={t("run.resultsCaption")}
        column={t("run.column.outcome")}
        unit={t("run.column.count")}
        rows={rows}
      />
      {left > 0 ? <p className="mt-3 text-sm text-quiet">{t("run.left", { left })}</p> : null}
    </Card>
  );
}

export async function Reasons({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters.run");
  if (bulk.reasons.length === 0) return null;
  const sorted = bulk.reasons.toSorted((a, b) => b.n - a.n);
  const rows = await Promise.all(
    sorted.map(async ({ outcome, reason, n }) => ({
      key: `${outcome} ${reason}`,
      label: await reasonWords(outcome as BulkOutcome, reason),
      people: n,
    })),
  );
  return (
    <Card title={t("reasons")}>
      <BarTable
        caption={t("reasonsCaption")}
        column={t("column.reason")}
        unit={t("column.count")}
        rows={rows}
      />
    </Card>
  );
}

/** The same of its undo. */
export async function UndoResults({ bulk }: { bulk: BulkDetail }) {
  const t = await getTranslator("clusters");
  if (bulk.phase !== "undo" || bulk.undoDone === 0) return null;
  const rows = UNDO_OUTCOMES.filter((outcome) => bulk.undone[outcome]).map((outcome) => ({
    key: outcome,
    label: t(`outcome.${outcome}`),
    people: bulk.undone[outcome] ?? 0,
    href: `/tasks/clusters/runs/${bulk.id}?outcome=${outcome}`,
  }));
  return (
    <Card title={t("run.undoResults")}>
      <BarTable
        caption={t("run.undoCaption")}
        column={t("run.column.outcome")}
        unit={t("run.column.count")}
        rows={rows}
      />
    </Card>
  );
}
