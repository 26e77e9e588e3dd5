import "server-only";
import { z } from "zod";
import { readFoundValues } from "@/lib/domain/tasks/worksheet/found-values";
import { FOUND_FIELDS, type SheetResult } from "@/lib/domain/tasks/worksheet/result";
import type { Sql } from "@/lib/server/core/db";
import { found } from "@/lib/server/core/error";
import { TODAY } from "./contact";

export async function todayOf(sql: Sql): Promise<string> {
  const [row] = await sql<{ today: string }>(`select ${TODAY} as today`);
  return found(row).today;
}

type Params = Record<string, string | number>;

export function refuseField(field: string, code: string, params?: Params): never {
  throw new z.ZodError([{ code: "custom", path: [field], message: code, params, input: null }]);
}

/** The values as they are kept; the first that can't stand is refused, before anything is done. */
export function readTypedValues({ kind, values: typed }: SheetResult): SheetResult["values"] {
  const { values, problems } = readFoundValues(typed);
  const wrong = FOUND_FIELDS.find((field) => problems[field]);
  if (wrong) refuseField(wrong, problems[wrong]?.code ?? "invalid", problems[wrong]?.params);
  return kind === "found" ? values : {};
}

/** What was typed, read field by field. */
export async function readTyped(sql: Sql, result: SheetResult): Promise<SheetResult> {
  const values = readTypedValues(result);
  const today = await todayOf(sql);
  const day = result.day ?? today;
  if (day > today) refuseField("day", "dayAhead");
  return { ...result, values, day };
}
