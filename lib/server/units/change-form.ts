import "server-only";
import { UnitChangeRequest } from "@/lib/domain/units/change";
import { type ChangeForm, codesIn, readChangeForm } from "@/lib/domain/units/change-form";
import { query } from "@/lib/server/core/query";

/** What a form says: a request, the code that nobody has, or the code of a field's error. */
export type FormReading = { request: UnitChangeRequest } | { unknown: string } | { field: string };

const COMMUNES = `
  select id, code from unit where level = 'commune' and valid_to is null and (code = any($1) or id = any($1))`;

/** Reads the form of a change by the communes in force; their ids are taken too. */
export const readForm = query<ChangeForm, FormReading>("unit:change", async ({ sql }, form) => {
  const rows = await sql<{ id: string; code: string }>(COMMUNES, [codesIn(form)]);
  const ids = new Map(rows.flatMap(({ id, code }) => [[code, id] as const, [id, id] as const]));
  const read = readChangeForm(form, ids);
  if (!read.ok) return { unknown: read.unknown };
  const parsed = UnitChangeRequest.safeParse(read.request);
  if (parsed.success) return { request: parsed.data };
  const [issue] = parsed.error.issues;
  return { field: /^[a-zA-Z]+$/.test(issue?.message ?? "") ? (issue?.message ?? "") : "invalid" };
});
