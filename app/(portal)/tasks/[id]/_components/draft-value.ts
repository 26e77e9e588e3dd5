import { type CompareRow, type CompareValue, initialValue } from "@/components/compare/settlement";
import type { Draft } from "@/lib/domain/tasks/draft";
import type { ContactValue } from "./choices-of";

const CONTACT = ["phone", "address"] as const;

/** What a form holds: the four fields, and phone and address where they were touched. */
export interface Held {
  value: CompareValue;
  contact: ContactValue;
}

/** The form's content as a draft. */
export function draftOf(
  { value, contact }: Held,
  rows: readonly CompareRow[],
  personId: string | null,
): Draft {
  const typed = CONTACT.flatMap((field) => {
    const text = contact[field];
    return text === undefined ? [] : [[field, { choice: "edit" as const, value: text }]];
  });
  return {
    personId,
    fields: { ...value, ...Object.fromEntries(typed) },
    base: Object.fromEntries(rows.map(({ field, record }) => [field, record])),
  };
}

/** The content that a draft brings back, over what the form holds at first. */
export function heldOf({ fields }: Draft, rows: readonly CompareRow[]): Held {
  const value = initialValue(rows);
  for (const row of rows) {
    const kept = fields[row.field];
    // A side that was taken is that side as it is now; what was typed is as it was typed.
    if (kept?.choice === "registry") value[row.field] = { ...kept, value: row.registry ?? "" };
    else if (kept?.choice === "record") value[row.field] = { ...kept, value: row.record ?? "" };
    else if (kept) value[row.field] = kept;
  }
  const contact = CONTACT.flatMap((field) => {
    const kept = fields[field];
    return kept ? [[field, kept.value]] : [];
  });
  return { value, contact: Object.fromEntries(contact) };
}
