"use client";

import { memo, type ReactNode, useCallback, useId } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { CELL, ROW, ROW_HEADER } from "@/components/ui/table-roles";
import type { DifferenceClass, IdentityField } from "@/lib/domain/matching/vocabulary";
import { formatPoints } from "@/lib/i18n/format";
import { ClassLabel } from "./class-label";
import { CompareCell } from "./compare-cell";
import type { MarkedRow } from "./marked-row";
import { type CompareRow, type Settlement, settle } from "./settlement";
import { SideCell } from "./side-cell";
import { ValueCell } from "./value-cell";
import type { ValueCheck } from "./value-check";

/** Where the registry says nothing there is nothing to take from it. */
function hasOther(row: CompareRow): boolean {
  return row.registry !== null || row.registryHidden === true;
}

interface CompareLineProps {
  row: MarkedRow;
  settlement: Settlement;
  /** The engine's word on the field as it stands; without it, the row's own. */
  kind?: DifferenceClass;
  points?: number;
  check?: ValueCheck;
  below?: (row: CompareRow, side: "record" | "registry") => ReactNode;
  onSettle?: (field: IdentityField, settlement: Settlement) => void;
}

interface LineProps extends Omit<CompareLineProps, "onSettle"> {
  onSettle?: (settlement: Settlement) => void;
}

const LINE =
  "border-b border-line outline-offset-[-3px] focus:bg-hover @max-3xl:mb-4 @max-3xl:grid @max-3xl:grid-cols-2 @max-3xl:gap-x-4 @max-3xl:rounded-md @max-3xl:border @max-3xl:bg-surface @max-3xl:px-4 @max-3xl:py-3";

function PlainLine(props: CompareLineProps) {
  const { row, settlement, check, below, onSettle } = props;
  const { kind = row.class, points = row.points } = props;
  const t = useTranslations("common.compare");
  const nameId = useId();
  const { field } = row;
  const settleField = useCallback((now: Settlement) => onSettle?.(field, now), [onSettle, field]);
  const onField = onSettle && settleField;
  return (
    <tr {...ROW} tabIndex={0} aria-labelledby={nameId} data-field={row.field} className={LINE}>
      <th
        {...ROW_HEADER}
        id={nameId}
        className="p-3 text-left align-top @max-3xl:order-first @max-3xl:row-start-1 @max-3xl:p-0"
      >
        {t(`fields.${row.field}`)}
      </th>
      <Sides row={row} settlement={settlement} below={below} onSettle={onField} />
      <ValueCell row={row} settlement={settlement} check={check} onSettle={onField} />
      <CompareCell className="@max-3xl:order-first @max-3xl:pt-0">
        <Difference silent={row.registrySilent} kind={kind} />
      </CompareCell>
      <Points points={points} />
    </tr>
  );
}

/**
 * One field of both sides. The row takes the focus, and its keys are read by the table. What is done in
 * one row draws no other anew: on a cheap laptop every letter typed would wait for it.
 */
export const CompareLine = memo(PlainLine);

function Sides({ row, settlement, below, onSettle }: LineProps) {
  const choose = onSettle && ((side: "record" | "registry") => onSettle(settle(row, side)));
  return (
    <>
      <SideCell
        side="record"
        parts={row.sides.record}
        below={below?.(row, "record")}
        chosen={settlement.choice === "record"}
        onChoose={choose && (() => choose("record"))}
      />
      <SideCell
        side="registry"
        parts={row.sides.registry}
        hidden={row.registryHidden}
        silent={row.registrySilent}
        below={below?.(row, "registry")}
        chosen={settlement.choice === "registry"}
        onChoose={hasOther(row) ? choose && (() => choose("registry")) : undefined}
      />
    </>
  );
}

function Difference({ silent, kind }: { silent?: boolean; kind: CompareRow["class"] }) {
  const t = useTranslations("common.compare");
  if (silent) return <span className="text-sm text-quiet">{t("unknownClass")}</span>;
  return <ClassLabel kind={kind} />;
}

function Points({ points }: { points: number | undefined }) {
  const t = useTranslations("common.compare");
  const locale = useLocale();
  return (
    <td
      {...CELL}
      className="p-3 text-right align-top whitespace-nowrap @max-3xl:order-first @max-3xl:row-start-1 @max-3xl:p-0"
    >
      {points === undefined ? null : (
        <>
          {formatPoints(points, locale)}
          <span className="text-sm text-quiet @3xl:sr-only"> {t("pointsUnit")}</span>
        </>
      )}
    </td>
  );
}
