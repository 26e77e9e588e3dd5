import type { Force } from "@/lib/domain/access/roles";
import type { DifferenceClass, FieldComparison } from "@/lib/domain/matching/vocabulary";
import { maskDifference, maskNumber } from "@/lib/domain/records/mask";
import { type FieldValues, IDENTITY_FIELDS } from "./field-policy";

type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** One line of the side-by-side screen, as its officer may see it. */
export interface FieldRow {
  field: IdentityField;
  record: string | null;
  /** the registry's value, or what police confirmed; null when there is none or it is not shown */
  other: string | null;
  /** equal values of the registry are named as equal and not shown to health */
  withheld: boolean;
  class: DifferenceClass;
  points: number;
  harmless: boolean;
}

export interface RowSources {
  record: FieldValues;
  other: FieldValues | null;
  comparisons: readonly FieldComparison[];
  /** values that police confirmed are shown to health as they are */
  confirmed: boolean;
}

const hiddenIn = (masked: string) => masked.split("*").length - 1;

/** The digits that differ are shown only while they give away no more than the plain mask does. */
function shownNumber(value: string | null, other: string | null): string | null {
  if (!value) return null;
  const plain = maskNumber(value);
  if (!other || other === value) return plain;
  const difference = maskDifference(value, other);
  return hiddenIn(difference) < hiddenIn(plain) ? plain : difference;
}

function withholds(viewer: Force | null, sources: RowSources, rowClass: DifferenceClass): boolean {
  return viewer === "health" && !sources.confirmed && rowClass === "same";
}

const ALONE: Omit<FieldComparison, "field"> = {
  class: "missing",
  level: "missing",
  points: 0,
  harmless: false,
};

/** What the engine said of the registry does not hold for what police confirmed in its place. */
function comparisonOf(field: IdentityField, sources: RowSources): Omit<FieldComparison, "field"> {
  const found = sources.comparisons.find((one) => one.field === field) ?? ALONE;
  const [record, other] = [sources.record[field], sources.other?.[field]];
  if (!sources.confirmed || !record || !other) return found;
  if (record === other) return { ...found, class: "same", level: "same", harmless: true };
  return found.class === "missing" ? { ...found, class: "different", level: "different" } : found;
}

function rowOf(field: IdentityField, sources: RowSources, viewer: Force | null): FieldRow {
  const comparison = comparisonOf(field, sources);
  const record = sources.record[field] ?? null;
  const other = sources.other?.[field] ?? null;
  const withheld = withholds(viewer, sources, comparison.class);
  const [ours, theirs] =
    field === "idNumber"
      ? [shownNumber(record, other), shownNumber(other, record)]
      : [record, other];
  const { class: rowClass, points, harmless } = comparison;
  return {
    field,
    record: ours,
    other: withheld ? null : theirs,
    withheld,
    class: rowClass,
    points,
    harmless,
  };
}

/**
 * The rows of the screen for one candidate. What of the registry a health worker sees: only the
 * fields that differ, numbers with four digits and the digits that differ; what police confirmed
 * is shown whole. Numbers are masked for everyone until they ask with a reason.
 */
export function fieldRows(sources: RowSources, viewer: Force | null): FieldRow[] {
  return IDENTITY_FIELDS.map((field) => rowOf(field, sources, viewer));
}
