import { parseLocale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";
import { translatorFor } from "@/lib/i18n/translator";

export const locale = parseLocale(process.env.PORTAL_LOCALE);
const translate = translatorFor(locale, "matching.modelFit");
const problem = translatorFor(locale, "matching.modelFile");

export type FitText = keyof Messages["matching"]["modelFit"];
type Params = Record<string, string | number>;

/** Texts of the command, in Vietnamese or, with PORTAL_LOCALE=en, in English. */
export function text(code: FitText, params: Params = {}): string {
  return translate(code, params as never);
}

export function modelProblem(code: string, params: Params = {}): string {
  return problem(code as keyof Messages["matching"]["modelFile"], params as never);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
