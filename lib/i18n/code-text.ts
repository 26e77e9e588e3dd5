type Values = Record<string, string | number>;

/** What this module needs of a translator: any namespace's will do. */
interface CodeTranslator {
  (key: never, values?: never): string;
  has: (key: never) => boolean;
}

/**
 * The text for a code that is only known at run time (a refusal, a rule, an issue of a row).
 * Domain code answers with a code and parameters; this turns them into a sentence.
 * A code without a text falls back to `fallback`, so that no reader ever sees a raw code.
 */
export function codeText(
  t: CodeTranslator,
  { code, params }: { code: string; params?: Values },
  fallback: string,
): string {
  const key = t.has(code as never) ? code : fallback;
  return t(key as never, params as never);
}
