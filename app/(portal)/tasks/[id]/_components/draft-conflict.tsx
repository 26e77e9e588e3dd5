"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { type CompareRow, shownValue } from "@/components/compare/settlement";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CELL as CELL_ROLE, ROW, ROW_GROUP, ROW_HEADER, TABLE } from "@/components/ui/table-roles";
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

interface Line {
  field: CorrectableField;
  mine: string;
  theirs: string;
  base: string;
}

/** Fields that the officer has decided on or somebody has changed since, in words. */
function useLines(draft: Draft, rows: readonly CompareRow[]): Line[] {
  const t = useTranslations("workbench.draft");
  return CORRECTABLE.flatMap((field) => {
    const row = rows.find((one) => one.field === field);
    const shown = (value: string | null | undefined) =>
      (row ? shownValue(row, value ?? null) : value) || t("none");
    const { choice = null, value } = draft.fields[field] ?? {};
    const isChanged = row?.record !== draft.base[field];
    // What is kept as it was is no decision that anybody waits for.
    if (!isChanged && (choice === null || choice === "record")) return [];
    const words = {
      registry: t("registryChoice", { value: shown(value) }),
      record: t("recordChoice", { value: shown(value) }),
      unknown: t("unknownChoice"),
      edit: shown(value),
    };
    return {
      field,
      mine: choice ? words[choice] : t("noChoice"),
      theirs: isChanged ? shown(row?.record) : t("unchanged"),
      base: shown(draft.base[field]),
    };
  });
}

const CELL =
  "px-3 py-2 text-left align-top max-md:flex max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-1";
const SIDES = ["mine", "theirs", "base"] as const;

/** One field: a row, and a card on a phone. */
function ConflictRow({ line }: { line: Line }) {
  const t = useTranslations("workbench.draft");
  const fields = useTranslations("records.field");
  return (
    <tr {...ROW} className="border-b border-line max-md:block max-md:py-2">
      <th {...ROW_HEADER} className={CELL}>
        {fields(line.field)}
      </th>
      {SIDES.map((side) => (
        <td
          {...CELL_ROLE}
          key={side}
          className={`${CELL} ${side === "mine" ? "font-semibold" : ""}`}
        >
          <span className="shrink-0 font-normal text-quiet md:hidden">{t(side)}</span>
          <span className="max-md:text-right">{line[side]}</span>
        </td>
      ))}
    </tr>
  );
}

/**
 * Mine, theirs and what it was when I began, side by side; nothing is decided before the officer does. It
 * takes the focus: what is below it can wait.
 */
export function DraftConflict({ draft, rows, by, onUse, onDrop }: DraftConflictProps) {
  const t = useTranslations("workbench.draft");
  const events = useTranslations("tasks.event");
  const lines = useLines(draft, rows);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const said = by
    ? { at: formatTime(by.at), event: events(by.event as TaskEvent), name: by.name ?? "" }
    : null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      data-focus="quiet"
      aria-labelledby="draft-conflict"
      className="flex flex-col gap-3"
    >
      <Banner tone="waiting" title={<span id="draft-conflict">{t("title")}</span>}>
        {said ? t(by?.name ? "by" : "bySystem", said) : null}
      </Banner>
      <div className="overflow-x-auto">
        <table {...TABLE} className="w-full text-sm max-md:block">
          <caption className="sr-only">{t("caption")}</caption>
          <thead className="border-b border-line text-quiet max-md:sr-only">
            <tr>
              <th className="px-3 py-2 text-left">{t("field")}</th>
              {SIDES.map((side) => (
                <th key={side} className="px-3 py-2 text-left">
                  {t(side)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...ROW_GROUP} className="max-md:block">
            {lines.map((line) => (
              <ConflictRow key={line.field} line={line} />
            ))}
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
