import type { FieldComparison, IdentityField } from "@/lib/domain/matching/vocabulary";

/** Where the value after correction comes from. */
export const CHOICES = ["registry", "record", "edit", "unknown"] as const;
export type Choice = (typeof CHOICES)[number];

/** One field of both sides, as it is written for the reader (dates dd/MM/yyyy, numbers masked). */
export interface CompareRow extends Pick<FieldComparison, "field" | "class" | "harmless"> {
  record: string | null;
  registry: string | null;
  points?: number;
  /** The installation names equal registry values without showing them. */
  registryHidden?: boolean;
  /** the registry says right or wrong of all fields together, and nothing of this one */
  registrySilent?: boolean;
  /** A closed list of values, such as sex: codes as values, words as labels. */
  options?: readonly { value: string; label: string }[];
}

/** `choice` is null until someone has decided; `value` is what the field will hold. */
export interface Settlement {
  choice: Choice | null;
  value: string;
}

export type CompareValue = Partial<Record<IdentityField, Settlement>>;

/** What a row shows of a value: the word of a closed list, otherwise the text itself. */
export function shownValue(row: CompareRow, value: string | null): string | null {
  return row.options?.find((option) => option.value === value)?.label ?? value;
}

/** The settlement that follows from taking one side, or neither. */
export function settle(row: CompareRow, choice: Exclude<Choice, "edit">): Settlement {
  if (choice === "unknown") return { choice, value: "" };
  const side = choice === "registry" ? row.registry : row.record;
  return { choice, value: side ?? "" };
}

/** What was typed; a text equal to one side is that side, so that it needs no one's confirmation. */
export function settleTyped(row: CompareRow, text: string): Settlement {
  const typed = text.normalize("NFC").trim();
  if (typed !== "" && typed === row.registry) return { choice: "registry", value: text };
  if (typed !== "" && typed === row.record) return { choice: "record", value: text };
  return { choice: "edit", value: text };
}

/** Whether some value is neither side's: it is read and judged here, as the engine would. */
export function hasTyped(value: CompareValue): boolean {
  return Object.values(value).some((one) => one?.choice === "edit");
}

const isEqual = (row: CompareRow) => row.class === "same";

/** What the form holds at first: equal fields are kept, all others wait for a decision. */
export function initialValue(rows: readonly CompareRow[]): CompareValue {
  return Object.fromEntries(
    rows.map((row) => [
      row.field,
      isEqual(row) ? settle(row, "record") : { choice: null, value: row.record ?? "" },
    ]),
  );
}

/** Rows to look at, what stands in the way first; and rows that can be folded away. */
export function orderRows<Row extends CompareRow>(
  rows: readonly Row[],
): { open: Row[]; equal: Row[] } {
  const differing = rows.filter((row) => !isEqual(row));
  return {
    open: [
      ...differing.filter(({ harmless }) => !harmless),
      ...differing.filter(({ harmless }) => harmless),
    ],
    equal: rows.filter(isEqual),
  };
}

/** Fields that nobody has decided yet. */
export function unsettledFields(rows: readonly CompareRow[], value: CompareValue): IdentityField[] {
  return rows.filter(({ field }) => !value[field]?.choice).map(({ field }) => field);
}
