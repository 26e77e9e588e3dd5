"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { controlAttributes, fieldId } from "@/components/ui/field-attributes";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CompareCell } from "./compare-cell";
import { isComposition } from "./keys";
import { type CompareRow, type Settlement, settle, settleTyped, shownValue } from "./settlement";
import type { ValueCheck } from "./value-check";

interface ValueCellProps {
  row: CompareRow;
  settlement: Settlement;
  check?: ValueCheck;
  /** Absent where nothing can be changed. */
  onSettle?: (settlement: Settlement) => void;
}

/** Enter would send the form from inside a text, where input methods use it to end a word. */
function keepEnter(event: KeyboardEvent<HTMLElement>): void {
  const isPlainEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
  if (isPlainEnter && !isComposition({ ...event, ...event.nativeEvent })) event.preventDefault();
}

/** The value after correction: a plain field, with where it came from below it. */
export function ValueCell({ row, settlement, check = {}, onSettle }: ValueCellProps) {
  const t = useTranslations("common.compare");
  const { choice, value } = settlement;
  if (!onSettle) return <SettledCell row={row} settlement={settlement} />;
  return (
    <CompareCell label={t("columns.value")}>
      <input type="hidden" name={`choice.${row.field}`} value={choice ?? ""} />
      <div className="flex flex-col gap-1.5">
        <ValueField row={row} value={value} check={check} onSettle={onSettle} />
        <Said id={fieldId(`value.${row.field}`)} check={check} />
        <Offers offers={check.offers} onTake={(text) => onSettle(settleTyped(row, text))} />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Source choice={choice} />
          <Button
            size="sm"
            variant="quiet"
            aria-pressed={choice === "unknown"}
            className="font-normal!"
            onClick={() => onSettle(settle(row, "unknown"))}
          >
            {t("choice.unknown")}
          </Button>
        </div>
      </div>
    </CompareCell>
  );
}

/** What is wrong, what is worth a look: read aloud with the field. */
function Said({ id, check: { error, hints = [] } }: { id: string; check: ValueCheck }) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      ) : null}
      {hints.length > 0 ? (
        <ul id={`${id}-hint`} className="flex flex-col gap-1 text-sm text-quiet">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

interface OffersProps {
  offers?: ValueCheck["offers"];
  onTake: (value: string) => void;
}

function Offers({ offers = [], onTake }: OffersProps) {
  return offers.map(({ value, label }) => (
    <Button
      key={label}
      size="sm"
      className="justify-start text-left font-normal!"
      onClick={() => onTake(value)}
    >
      {label}
    </Button>
  ));
}

function Source({ choice }: Pick<Settlement, "choice">) {
  const t = useTranslations("common.compare.source");
  return (
    <span className={choice ? "text-sm text-quiet" : "text-sm text-waiting"}>
      {t(choice ?? "none")}
    </span>
  );
}

/** What was decided, where nothing can be changed any more. */
function SettledCell({ row, settlement }: Pick<ValueCellProps, "row" | "settlement">) {
  const t = useTranslations("common.compare");
  const { choice, value } = settlement;
  return (
    <CompareCell label={t("columns.value")}>
      {choice ? (
        <div className="flex flex-col gap-1">
          <span className="tabular-nums">{shownValue(row, value)}</span>
          <Source choice={choice} />
        </div>
      ) : (
        <span className="text-quiet">–</span>
      )}
    </CompareCell>
  );
}

interface ValueFieldProps {
  row: CompareRow;
  value: string;
  check: ValueCheck;
  onSettle: (settlement: Settlement) => void;
}

function ValueField({ row, value, check, onSettle }: ValueFieldProps) {
  const { error, hints } = check;
  const t = useTranslations("common");
  const box = useRef<HTMLInputElement>(null);
  // The browser then holds back the form, whichever way it is sent.
  useEffect(() => box.current?.setCustomValidity(error ?? ""), [error]);
  const shared = {
    ...controlAttributes({ name: `value.${row.field}`, error, hint: hints?.length }),
    "aria-label": t("compare.valueOf", { field: t(`compare.fields.${row.field}`) }),
    value,
    "data-value-of": row.field,
  };
  if (row.options) {
    return (
      <Select
        {...shared}
        options={row.options}
        placeholder={t("field.choose")}
        onChange={(event) => onSettle(settleTyped(row, event.currentTarget.value))}
      />
    );
  }
  return (
    <Input
      {...shared}
      ref={box}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={keepEnter}
      onChange={(event) => onSettle(settleTyped(row, event.currentTarget.value))}
    />
  );
}
