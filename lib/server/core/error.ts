import "server-only";
import type { ErrorCode, ErrorParams } from "@/lib/domain/access/error-code";

/** The only error that a door turns into an answer; anything else is logged with a reference. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason?: string,
    readonly params?: ErrorParams,
  ) {
    super(reason ? `${code}: ${reason}` : code);
    this.name = "AppError";
  }
}

/** For a row that isn't there or isn't in scope: from outside the two look the same. */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new AppError("NOT_FOUND");
  return row;
}
