import type { ExplanationPart } from "@/lib/domain/matching/vocabulary";
import { codeText } from "@/lib/i18n/code-text";
import { translatorFor } from "@/lib/i18n/translator";

const explain = translatorFor("vi", "matching.explain");

/** Results are read by the officers of communes: their sentences are Vietnamese whatever the terminal is. */
export function wordPart(part: ExplanationPart): string {
  return codeText(explain, part, "lead.review");
}
