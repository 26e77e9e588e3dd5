import type { Force } from "@/lib/domain/access/roles";
import type { FieldComparison } from "@/lib/domain/matching/vocabulary";
import { maskNumber } from "@/lib/domain/records/mask";
import {
  CONTACT_FIELDS,
  type CorrectableField,
  type FieldValues,
  IDENTITY_FIELDS,
} from "./field-policy";
import { type FieldRow, fieldRows } from "./side-by-side";

/** One line of what somebody is asked to approve: no score, no points, no class of difference. */
export interface BeforeAfter {
  field: CorrectableField;
  before: string | null;
  after: string | null;
  changed: boolean;
  /** the registry's value, or what police confirmed; null when there is none or it is not shown */
  registry: string | null;
  /** equal values of the registry are named as equal and not shown to health */
  withheld: boolean;
}

export interface Approved {
  before: FieldValues;
  after: FieldValues;
  registry: FieldValues | null;
  comparisons: readonly FieldComparison[];
  /** the other side is what police confirmed */
  confirmed: boolean;
}

function contactRow(field: "phone" | "address", { before, after }: Approved): BeforeAfter {
  const [was, is] = [before[field] ?? null, after[field] ?? null];
  const shown = (value: string | null) =>
    value !== null && field === "phone" ? maskNumber(value) : value;
  return {
    field,
    before: shown(was),
    after: shown(is),
    changed: was !== is,
    registry: null,
    withheld: false,
  };
}

/**
 * The record before and after its correction beside the registry, as the viewer may see them: numbers
 * are masked but for the digits that were changed, as on the screen of the task itself.
 */
export function beforeAfter(of: Approved, viewer: Force | null): BeforeAfter[] {
  const { before, after, registry, comparisons, confirmed } = of;
  const changes = fieldRows(
    { record: before, other: after, comparisons: [], confirmed: true },
    viewer,
  );
  const sides = fieldRows({ record: after, other: registry, comparisons, confirmed }, viewer);
  const identity = IDENTITY_FIELDS.flatMap((field, at) => {
    const [change, side]: (FieldRow | undefined)[] = [changes[at], sides[at]];
    if (!change || !side) return [];
    const { record, other } = change;
    const changed = (before[field] ?? null) !== (after[field] ?? null);
    return [
      {
        field,
        before: record,
        after: other,
        changed,
        registry: side.other,
        withheld: side.withheld,
      },
    ];
  });
  return [...identity, ...CONTACT_FIELDS.map((field) => contactRow(field, of))];
}
