"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { ROW_GROUP, TABLE } from "@/components/ui/table-roles";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import { CompareLine } from "./compare-line";
import { EqualRows } from "./equal-rows";
import type { LiveScore } from "./live-score";
import type { MarkedRow } from "./marked-row";
import { ScoreMeter } from "./score-meter";
import {
  type CompareRow,
  type CompareValue,
  orderRows,
  type Settlement,
  settle,
} from "./settlement";
import { useCompareKeys } from "./use-compare-keys";
import type { ValueCheck } from "./value-check";

interface CompareRowsProps {
  rows: readonly MarkedRow[];
  /** Start it with `initialValue(rows)` or the saved draft. */
  value: CompareValue;
  /** Absent where the record can only be read. */
  onChange?: (change: (now: CompareValue) => CompareValue) => void;
  /** The engine's word on the values as they stand. */
  live?: LiveScore;
  /** What there is to say about a value as it stands. */
  check?: (field: IdentityField, settlement: Settlement) => ValueCheck | undefined;
  /** What stands below a side's value: a number that is masked can be looked at. */
  below?: (row: CompareRow, side: "record" | "registry") => ReactNode;
  /** Puts the focus on the first row, so that its keys work at once. */
  autoFocus?: boolean;
}

const COLUMNS = ["field", "record", "registry", "value", "class", "points"] as const;
const WIDTHS = ["w-28", "w-[23%]", "w-[23%]", "w-[25%]", "w-36", "w-20"];
const UNDECIDED: Settlement = { choice: null, value: "" };

/**
 * The record, the registry and the value after correction, field by field, inside a form.
 * It sends `choice.<field>` (registry, record, edit, unknown or empty) and `value.<field>`; with
 * the choice "registry" or "record" the server takes that side's own value, because what is shown
 * here may be masked.
 */
export function CompareRows(props: CompareRowsProps) {
  const { rows, value, onChange, live, check, below, autoFocus } = props;
  const [unfolded, setUnfolded] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { open, equal } = useMemo(() => orderRows(rows), [rows]);
  const change = useCallback(
    (field: IdentityField, settlement: Settlement) =>
      onChange?.((now) => ({ ...now, [field]: settlement })),
    [onChange],
  );
  const onKeyDown = useCompareKeys({
    box,
    onChoose: (field, side) => {
      const row = rows.find((one) => one.field === field);
      if (row) change(field, settle(row, side));
    },
  });
  useEffect(() => {
    if (autoFocus) box.current?.querySelector<HTMLElement>("[data-field]")?.focus();
  }, [autoFocus]);
  const lines = unfolded ? [...open, ...equal] : open;
  const wordOn = (field: IdentityField) => live?.fields?.[field];
  return (
    <div ref={box} className="@container">
      {live ? <ScoreMeter live={live} /> : null}
      <table {...TABLE} className="mt-3 w-full table-fixed @max-3xl:block">
        <CompareHead />
        <tbody {...ROW_GROUP} className="@max-3xl:block" onKeyDown={onKeyDown}>
          {lines.map((row) => (
            <CompareLine
              key={row.field}
              row={row}
              settlement={value[row.field] ?? UNDECIDED}
              kind={wordOn(row.field)?.class}
              points={wordOn(row.field)?.points}
              check={check?.(row.field, value[row.field] ?? UNDECIDED)}
              below={below}
              onSettle={onChange && change}
            />
          ))}
        </tbody>
      </table>
      {unfolded ? null : <FoldedFields rows={equal} value={value} />}
      {equal.length > 0 ? (
        <EqualRows rows={equal} open={unfolded} onToggle={() => setUnfolded(!unfolded)} />
      ) : null}
    </div>
  );
}

function CompareHead() {
  const t = useTranslations("common.compare");
  return (
    <>
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="@max-3xl:sr-only">
        <tr className="border-b border-line text-left text-sm text-quiet">
          {COLUMNS.map((column, index) => (
            <th
              key={column}
              scope="col"
              className={`px-3 py-2 font-semibold last:text-right ${WIDTHS[index]}`}
            >
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

/** Folded rows send their values all the same. */
function FoldedFields({ rows, value }: { rows: readonly CompareRow[]; value: CompareValue }) {
  return rows.map(({ field }) => (
    <span key={field} hidden>
      <input type="hidden" name={`choice.${field}`} value={value[field]?.choice ?? ""} />
      <input type="hidden" name={`value.${field}`} value={value[field]?.value ?? ""} />
    </span>
  ));
}
