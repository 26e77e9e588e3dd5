import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";
import type { ResultRowView, RowSays } from "@/lib/server/tasks/result-queries";

/** A line as the table shows it. */
export interface WordedRow {
  rowNo: number;
  code: string;
  name: string;
  kind: string;
  /** what it will do or did, and why not, cell by cell */
  says: string;
  tone: "info" | "waiting" | "settled" | "danger" | "neutral";
}

const TONES: Partial<Record<RowSays["what"], WordedRow["tone"]>> = {
  applied: "settled",
  alreadyDone: "neutral",
  empty: "neutral",
  changed: "waiting",
  refused: "danger",
  codeUnknown: "danger",
  unreadable: "danger",
};

async function saysOf(says: RowSays): Promise<string[]> {
  const t = await getTranslator("contact.sheet.says");
  const reasons = await getTranslator("errors.reason");
  const first = t(says.what);
  if ("missing" in says) {
    return says.missing > 0 ? [first, t("missing", { missing: says.missing })] : [first];
  }
  if (says.reason === "stillMissing") {
    return [first, t("missing", { missing: Number(says.params.missing) || 0 })];
  }
  if (!says.reason) return [first];
  return [first, codeText(reasons, { code: says.reason, params: says.params }, "race")];
}

async function problemsOf({ issues }: ResultRowView): Promise<string[]> {
  const own = await getTranslator("contact.issue");
  const values = await getTranslator("records.parse");
  const t = await getTranslator("contact.sheet");
  return issues.map(({ column, code, params }) => {
    const known = (values.has as (key: string) => boolean)(code);
    const problem = known
      ? codeText(values, { code, params }, "dateUnreadable")
      : codeText(own, { code, params }, "other");
    return t("cell", { column, problem });
  });
}

/** Every line with a result, in the reader's words. */
export async function wordedRows(rows: readonly ResultRowView[]): Promise<WordedRow[]> {
  const kinds = await getTranslator("contact.resultKind");
  return Promise.all(
    rows.map(async (row) => ({
      rowNo: row.rowNo,
      code: row.code,
      name: row.name ?? "–",
      kind: row.kind ? kinds(row.kind) : "–",
      says: [...(await saysOf(row.says)), ...(await problemsOf(row))].join(". "),
      tone: TONES[row.says.what] ?? "info",
    })),
  );
}
