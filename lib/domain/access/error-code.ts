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

/** A code with what its text needs: a key below `records.parse` or `errors.field`. */
export interface FieldProblem {
  code: string;
  params?: ErrorParams;
}

/** What a door answers when it says no; `UNEXPECTED` carries only a reference to the log. */
export interface Refusal {
  code: ErrorCode | "UNEXPECTED";
  /** A key below `errors.reason` that says it more exactly. */
  reason?: string;
  params?: ErrorParams;
  fields?: Record<string, FieldProblem>;
  reference?: string;
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: Refusal };
