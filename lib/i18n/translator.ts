import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import { type Locale, TIME_ZONE } from "./locales";
import { MESSAGES, type Messages } from "./messages";

/** A namespace, or a place inside one: "tasks", "common.compare". */
export type NamespacePath = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/**
 * Texts of one namespace in one language, for code that has no request: jobs, papers, tests.
 * Pages use `getTranslator`, which reads the language of the viewer.
 */
export function translatorFor<const Path extends NamespacePath>(locale: Locale, namespace: Path) {
  return createTranslator({
    locale,
    messages: MESSAGES[locale],
    namespace,
    timeZone: TIME_ZONE,
  });
}
