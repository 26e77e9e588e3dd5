import { _createCache, _createIntlFormatters } from "use-intl/core";
import written from "use-intl/format-message";
import filledIn from "use-intl/format-message/format-only";
import { describe, expect, it, vi } from "vitest";
import { LOCALES, type Locale, TIME_ZONE } from "./locales";
import { MESSAGES } from "./messages";
import { compiled } from "./readied";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
}

// Two thousand texts are read: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const cache = _createCache();
const formatters = _createIntlFormatters(cache);
const optionsFor = (locale: Locale) => ({ cache, formatters, locale, timeZone: TIME_ZONE });

/** Three for every word of it: more than one, and a number where one is wanted. */
function valuesOf(message: string): Record<string, number> {
  const names = message.match(/[a-zA-Z]+/g) ?? [];
  return Object.fromEntries(names.map((name) => [name, 3]));
}

describe.each(LOCALES)("texts in %s, read beforehand", (locale) => {
  const texts = flatten(MESSAGES[locale] as unknown as Tree).filter(
    ([, text]) => !/<\w/.test(text),
  );

  it("say the same as those that are read where they are shown", () => {
    expect(texts.length).toBeGreaterThan(1000);
    const options = optionsFor(locale);
    const differing = texts.filter(([key, text]) => {
      const values = valuesOf(text);
      const asWritten = written(key, text, values, options);
      return filledIn(key, compiled(text) as never, values, options) !== asWritten;
    });
    expect(differing).toEqual([]);
  });
});
