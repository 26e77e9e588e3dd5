import { createTranslator } from "use-intl/core";
import en from "@/lib/i18n/en/bench.json";
import { parseLocale, TIME_ZONE } from "@/lib/i18n/locales";
import vi from "@/lib/i18n/vi/bench.json";

const locale = parseLocale(process.env.PORTAL_LOCALE);

/** Sentences of the benches: Vietnamese, or English with PORTAL_LOCALE=en. Words of the tables are code. */
export const text = createTranslator({
  locale,
  messages: locale === "en" ? (en as typeof vi) : vi,
  timeZone: TIME_ZONE,
});

/** What is being done, beside the figures. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A part of the report. */
export function print(part: string): void {
  process.stdout.write(`${part}\n\n`);
}

/** Wrong use: one sentence, and the program ends with 2. */
export class WrongUse extends Error {}

export async function endingWell(run: () => Promise<void>): Promise<void> {
  try {
    await run();
    process.exitCode = 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    tell(error.message);
    process.exitCode = 2;
  }
}
