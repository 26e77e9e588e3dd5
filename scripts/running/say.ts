import { createTranslator } from "use-intl/core";
import en from "@/lib/i18n/en/running.json";
import { parseLocale, TIME_ZONE } from "@/lib/i18n/locales";
import vi from "@/lib/i18n/vi/running.json";

const locale = parseLocale(process.env.PORTAL_LOCALE);

/** Texts of the terminal: Vietnamese, or English with PORTAL_LOCALE=en. */
export const text = createTranslator({
  locale,
  messages: locale === "en" ? (en as typeof vi) : vi,
  timeZone: TIME_ZONE,
});

export type StepName = keyof typeof vi.step;
export type ProblemCode =
  | `database.${keyof typeof vi.problem.database}`
  | `embedded.${keyof typeof vi.problem.embedded}`
  | `start.${keyof typeof vi.problem.start}`;
export type TextParams = Record<string, string | number>;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const FIRST_SIGN_MS = 2_000;
const NEXT_SIGN_MS = 10_000;

/** Runs one step and prints it with its seconds; a long one gives signs of life meanwhile. */
export async function step<T>(name: StepName, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const label = text(`step.${name}`);
  let timer = setTimeout(function sign() {
    say(text("progress.running", { label, seconds: seconds() }));
    timer = setTimeout(sign, NEXT_SIGN_MS);
  }, FIRST_SIGN_MS);
  try {
    const result = await run();
    say(text("progress.done", { label, seconds: seconds() }));
    return result;
  } finally {
    clearTimeout(timer);
  }
}
