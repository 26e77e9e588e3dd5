/** The digest that also stands in the server's log beside the failure; absent in the browser. */
export function failureReference(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
