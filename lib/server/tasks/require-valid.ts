import "server-only";
import { z } from "zod";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";
import { invalidValues } from "@/lib/domain/tasks/valid-values";

/** Refuses values that can't stand, field by field, in the same shape as any other bad input. */
export function requireValid(values: FieldValues): void {
  const invalid = Object.entries(invalidValues(values));
  if (invalid.length === 0) return;
  throw new z.ZodError(
    invalid.map(([field, { code, params }]) => ({
      code: "custom",
      path: [field],
      message: code,
      params,
      input: null,
    })),
  );
}
