/** The seven ways in which a door says no. Each has one text per language in `errors.json`. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID",
  "CONFLICT",
  "RULE",
  "LIMITED",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorParams = Record<string, string | number>;

/** What a door answers when it says no; `UNEXPECTED` carries only a reference to the log. */
export interface Refusal {
  code: ErrorCode | "UNEXPECTED";
  /** A key below `errors.reason` that says it more exactly. */
  reason?: string;
  params?: ErrorParams;
  /** Field name → key below `errors.field`. */
  fields?: Record<string, string>;
  reference?: string;
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: Refusal };
