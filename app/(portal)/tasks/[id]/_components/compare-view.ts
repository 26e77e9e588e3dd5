import { type MarkedRow, markRow } from "@/components/compare/marked-row";
import type { FieldRow } from "@/lib/domain/tasks/side-by-side";
import { getTranslator } from "@/lib/i18n/server";

/** The rows as the side-by-side component draws them; codes of closed lists get their words. */
export async function compareRows(
  rows: readonly FieldRow[],
  { silent = false }: { silent?: boolean } = {},
): Promise<MarkedRow[]> {
  const sex = await getTranslator("common.sex");
  const options = (["male", "female"] as const).map((value) => ({ value, label: sex(value) }));
  return rows.map((row) =>
    markRow({
      field: row.field,
      class: row.class,
      harmless: row.harmless,
      points: row.points,
      record: row.record,
      registry: row.other,
      registryHidden: row.withheld,
      registrySilent: silent,
      ...(row.field === "sex" ? { options } : {}),
    }),
  );
}
