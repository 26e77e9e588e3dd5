import "server-only";
import type { Refusal } from "@/lib/domain/access/error-code";

/** HTTP's word for each refusal. */
export const STATUS_OF: Record<Refusal["code"], number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 422,
  CONFLICT: 409,
  RULE: 409,
  LIMITED: 429,
  UNEXPECTED: 500,
};
