import type { FieldProblem } from "@/lib/domain/access/error-code";
import { CONTACT_KINDS } from "@/lib/domain/tasks/contact";
import { readFoundValues } from "@/lib/domain/tasks/worksheet/found-values";
import {
  FOUND_FIELDS,
  type FoundField,
  RESULT_KINDS,
  type SheetResult,
} from "@/lib/domain/tasks/worksheet/result";

export type VisitProblems = Partial<Record<FoundField | "kind", FieldProblem>>;

export type ReadVisit = { ok: true; result: SheetResult } | { ok: false; problems: VisitProblems };

const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/**
 * Reads the form by the rules that the portal has: what it would refuse is said at the door, where it
 * can still be asked for. `day` is that of the visit which is edited; a new one is of today.
 */
export function readVisit(form: FormData, day: string | null): ReadVisit {
  const kind = RESULT_KINDS.find((one) => one === form.get("kind"));
  if (!kind) return { ok: false, problems: { kind: { code: "resultMissing" } } };
  const typed = Object.fromEntries(FOUND_FIELDS.map((field) => [field, text(form, field)]));
  const { values, problems } = readFoundValues(kind === "found" ? typed : {});
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const result: SheetResult = {
    kind,
    how: CONTACT_KINDS.find((one) => one === form.get("how")) ?? "visit",
    day: day ?? DAY.format(new Date()),
    values,
    note: text(form, "note"),
    close: form.get("close") === "on",
  };
  return { ok: true, result };
}
