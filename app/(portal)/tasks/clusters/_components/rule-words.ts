import type { IdentityField } from "@/lib/domain/matching/vocabulary";
import type { BulkRule } from "@/lib/domain/tasks/bulk-rules";
import { readClusterKey } from "@/lib/domain/tasks/cluster";
import { getTranslator } from "@/lib/i18n/server";

export interface Worded {
  rule: BulkRule;
  field: IdentityField;
  level: string;
}

/** What differs, in the words of the engine's own explanation; a level of a later model goes by its name. */
async function differenceWords({ field, level }: Worded): Promise<string> {
  const t = await getTranslator("matching.explain");
  const key = `${field}.${level}` as never;
  return t.has(key) ? t(key) : level;
}

/** The rule as a sentence: "Lấy ngày sinh của CSDLQG khi số định danh khớp và …". */
export async function ruleWords(of: Worded): Promise<string> {
  const t = await getTranslator("clusters");
  const number = of.rule === "confirmRegistry" && of.field === "idNumber";
  const difference = await differenceWords(of);
  return t(`rule.${number ? "confirmNumber" : of.rule}`, {
    field: t(`field.${of.field}`),
    difference,
  });
}

/** The same of a bulk, by the cluster that it was started for. */
export async function bulkWords(of: { clusterKey: string; rule: BulkRule }): Promise<string> {
  const key = readClusterKey(of.clusterKey);
  return key ? ruleWords({ rule: of.rule, field: key.field, level: key.level }) : "";
}

/** Why a row is left out. */
export async function refusalWords(code: string): Promise<string> {
  const t = await getTranslator("clusters.refused");
  return t.has(code as never) ? t(code as never) : t("other");
}
