import type { ExplanationPart } from "@/lib/domain/matching/vocabulary";
import { codeText } from "./code-text";

type ExplainTranslator = Parameters<typeof codeText>[0];

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/**
 * One sentence from the parts of an explanation ("Cần xem lại: ngày sinh khác tháng; số định danh
 * khớp."), and a second one for what would settle it.
 */
export function explanationSentence(
  t: ExplainTranslator,
  parts: readonly ExplanationPart[],
): string {
  const word = (part: ExplanationPart) => codeText(t, part, "lead.review");
  const of = (test: (code: string) => boolean) => parts.filter(({ code }) => test(code)).map(word);
  const isLead = (code: string) => code.startsWith("lead.");
  const isSettle = (code: string) => code.startsWith("settle.");
  const [lead = ""] = of(isLead);
  const reasons = of((code) => !isLead(code) && !isSettle(code)).join("; ");
  const sentence = [lead, reasons].filter(Boolean).join(": ");
  return [sentence, ...of(isSettle)]
    .filter(Boolean)
    .map((text) => `${capital(text)}${/[.!?]$/.test(text) ? "" : "."}`)
    .join(" ");
}
