/**
 * The answer of every validator: a value, perhaps with a warning code, or a refusal code with the
 * parameters that its text needs. Codes are worded in `lib/i18n/<language>/records.json`.
 */
export type Parsed<T> =
  | { ok: true; value: T; warning?: string }
  | { ok: false; code: string; params?: Record<string, string | number> };

export function accept<T>(value: T, warning?: string): Parsed<T> {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

export function refuse(code: string, params?: Record<string, string | number>): Parsed<never> {
  return params === undefined ? { ok: false, code } : { ok: false, code, params };
}
