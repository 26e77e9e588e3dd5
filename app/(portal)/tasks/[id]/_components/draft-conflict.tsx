"use client";

import { useTranslations } from "use-intl/react";
import { type CompareRow, shownValue } from "@/components/compare/settlement";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { Draft } from "@/lib/domain/tasks/draft";
import { CORRECTABLE, type CorrectableField } from "@/lib/domain/tasks/field-policy";
import type { TaskEvent } from "@/lib/domain/tasks/flow";
import { formatTime } from "@/lib/i18n/format";

/** Who moved the task since the draft, when (ISO) and by which step. */
export interface ChangedBy {
  name: string | null;
  at: string;
  event: string;
}

interface DraftConflictProps {
  draft: Draft;
  rows: readonly CompareRow[];
  by: ChangedBy | null;
  onUse: () => void;
  onDrop: () => void;
}

/** What stands in the draft for a field, in words; null for fields that it leaves alone. */
function useMine(draft: Draft, rows: readonly CompareRow[]) {
  const t = useTranslations("workbench.draft");
  return (field: CorrectableField): string | null => {
    const kept = draft.fields[field];
    if (!kept?.choice) return null;
    const row = rows.find((one) => one.field === field);
    const value = (row ? shownValue(row, kept.value) : kept.value) || t("none");
    if (kept.choice === "registry") return t("registryChoice", { value });
    if (kept.choice === "record") return t("recordChoice", { value });
    return kept.choice === "unknown" ? t("unknownChoice") : value;
  };
}

const CELL = "px-3 py-2 text-left align-top";

/** Mine, theirs and what it was when I began, side by side; nothing is decided before the officer does. */
export function DraftConflict({ draft, rows, by, onUse, onDrop }: DraftConflictProps) {
  const t = useTranslations("workbench.draft");
  const fields = useTranslations("records.field");
  const events = useTranslations("tasks.event");
  const mineOf = useMine(draft, rows);
  const lines = CORRECTABLE.flatMap((field) => {
    const mine = mineOf(field);
    return mine === null ? [] : [{ field, mine }];
  });
  const shown = (field: CorrectableField, value: string | null | undefined) => {
    const row = rows.find((one) => one.field === field);
    return (row ? shownValue(row, value ?? null) : value) || t("none");
  };
  const said = by
    ? { at: formatTime(by.at), event: events(by.event as TaskEvent), name: by.name ?? "" }
    : null;
  return (
    <section aria-labelledby="draft-conflict" className="flex flex-col gap-3">
      <Banner tone="waiting" title={<span id="draft-conflict">{t("title")}</span>}>
        {said ? t(by?.name ? "by" : "bySystem", said) : null}
      </Banner>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("caption")}</caption>
          <thead className="border-b border-line text-quiet">
            <tr>
              <th className={CELL}>{t("field")}</th>
              <th className={CELL}>{t("mine")}</th>
              <th className={CELL}>{t("theirs")}</th>
              <th className={CELL}>{t("base")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ field, mine }) => {
              const theirs = rows.find((row) => row.field === field)?.record;
              const base = draft.base[field];
              return (
                <tr key={field} className="border-b border-line">
                  <th className={CELL}>{fields(field)}</th>
                  <td className={`${CELL} font-semibold`}>{mine}</td>
                  <td className={CELL}>
                    {theirs === base ? t("unchanged") : shown(field, theirs)}
                  </td>
                  <td className={CELL}>{shown(field, base)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onUse}>{t("use")}</Button>
        <Button variant="quiet" onClick={onDrop}>
          {t("drop")}
        </Button>
      </div>
    </section>
  );
}
