import { type Difference, differenceOf } from "./difference";
import { type CompareRow, shownValue } from "./settlement";

/** A row with both values cut into pieces that are equal or differ. */
export interface MarkedRow extends CompareRow {
  sides: Difference;
}

/** Marks what differs: done by whoever makes the rows, mostly the server, and not by the table. */
export function markRow(row: CompareRow): MarkedRow {
  const isUnseen = row.registryHidden || row.registrySilent;
  const registry = isUnseen ? row.record : row.registry;
  const kind = row.registrySilent ? "same" : row.class;
  const sides = differenceOf(shownValue(row, row.record), shownValue(row, registry), kind);
  return { ...row, sides };
}
