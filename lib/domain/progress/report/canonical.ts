function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map(([key, of]) => [key, sorted(of)]));
}

/**
 * The one text of a content, whatever order its keys come in: the database keeps them in its own. Whoever
 * has the content can write this text and take its hash.
 */
export function canonicalText(content: unknown): string {
  return JSON.stringify(sorted(content));
}
