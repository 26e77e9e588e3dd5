import compile from "icu-minify/compile";
import formatMessage from "use-intl/format-message";

type Tree = { [key: string]: Tree | string };

/** `raw`: formats texts as they are written, as programs and tests have it. */
const AS_WRITTEN = formatMessage.raw;

/** A text, or all below it, as the program that only fills in wants it. */
export function compiled(tree: Tree | string): unknown {
  // Its choices have no prototype, and only plain objects are sent to a browser.
  if (typeof tree === "string") return JSON.parse(JSON.stringify(compile(tree)));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, compiled(value)]));
}

/**
 * Texts in the shape that this program formats. What reads a text is ten times as large as what fills
 * it in, so next.config.mjs leaves the reader out of the browser: pages get their texts read already, each
 * namespace when it is first asked for.
 */
export function readied<All extends object>(messages: All): All {
  if (AS_WRITTEN) return messages;
  const all = {};
  for (const [namespace, tree] of Object.entries(messages)) {
    let read: unknown;
    const get = () => {
      read ??= compiled(tree as Tree);
      return read;
    };
    Object.defineProperty(all, namespace, { enumerable: true, get });
  }
  return all as All;
}
