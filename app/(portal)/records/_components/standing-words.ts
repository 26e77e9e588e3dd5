import { OUTCOMES } from "@/lib/domain/matching/vocabulary";
import { codeText } from "@/lib/i18n/code-text";
import { getTranslator } from "@/lib/i18n/server";

/** What a record's standing is called: an outcome, `none` before the first, `task` with something open. */
export async function standingWords(): Promise<(standing: string) => string> {
  const outcomes = await getTranslator("matching");
  const t = await getTranslator("lists.filter");
  return (standing) => {
    if (standing === "none") return t("noOutcome");
    if (standing === "task") return t("withTask");
    return codeText(outcomes, { code: `outcome.${standing}` }, "outcome.review");
  };
}

/** Every standing that a list can be narrowed to. */
export async function standingOptions() {
  const words = await standingWords();
  return ["task", ...OUTCOMES, "none"].map((value) => ({ value, label: words(value) }));
}
