/**
 * What an action answers to its form. `message` is a sentence in the viewer's language;
 * `fields` gives the sentence for each field by its name.
 */
export type ActionResult =
  | { ok: true; message?: string }
  | { ok: false; code: string; message: string; fields?: Record<string, string> };

export type FormAction = (
  previous: ActionResult | null,
  form: FormData,
) => ActionResult | Promise<ActionResult>;

/** The sentences by field; none before the first answer or after success. */
export function fieldErrors(result: ActionResult | null): Record<string, string> {
  return result && !result.ok ? (result.fields ?? {}) : {};
}
