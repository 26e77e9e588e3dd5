import type { CompareRow } from "@/components/compare/settlement";
import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import type { FieldRow } from "@/lib/domain/tasks/side-by-side";
import { getTranslator } from "@/lib/i18n/server";

/** The field that a rule settles, as the compare components draw it; sex gets its word. */
export async function changedRow(
  rows: readonly FieldRow[],
  field: IdentityField,
): Promise<CompareRow | null> {
  const row = rows.find((one) => one.field === field);
  if (!row) return null;
  const sex = await getTranslator("common.sex");
  const options = (["male", "female"] as const).map((value) => ({ value, label: sex(value) }));
  return {
    field,
    class: row.class,
    harmless: row.harmless,
    record: row.record,
    registry: row.other,
    registryHidden: row.withheld,
    ...(field === "sex" ? { options } : {}),
  };
}
