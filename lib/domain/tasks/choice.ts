import { formatFieldValue } from "@/lib/domain/records/field-value";
import { CORRECTABLE, type CorrectableField, type FieldValues } from "./field-policy";

/**
 * What an officer chose for a field. "registry" is resolved by the server: the value itself needn't
 * have been shown.
 */
export interface Choice {
  choice: "registry" | "record" | "edit";
  value?: string | null;
}
export type Choices = Partial<Record<CorrectableField, Choice>>;

export interface Sides {
  record: FieldValues;
  /** the registry's values, or what police confirmed in their place */
  other?: FieldValues;
}

function chosenValue(field: CorrectableField, chosen: Choice, sides: Sides): string | null {
  if (chosen.choice === "record") return sides.record[field] ?? null;
  if (chosen.choice === "registry") {
    // Contact stands on the health side only: there is nothing of the registry's to take.
    return sides.other?.[field] ?? sides.record[field] ?? null;
  }
  return formatFieldValue(field, chosen.value ?? null);
}

/** The values that the choices add up to, for the fields that were chosen at all. */
export function resolveChoices(choices: Choices, sides: Sides): FieldValues {
  const values: FieldValues = {};
  for (const field of CORRECTABLE) {
    const chosen = choices[field];
    if (chosen) values[field] = chosenValue(field, chosen, sides);
  }
  return values;
}
