import type { Force } from "@/lib/domain/access/roles";

/** Fields that a task can correct. The first four say who a person is. */
export const IDENTITY_FIELDS = ["fullName", "birthDate", "sex", "idNumber"] as const;
export const CONTACT_FIELDS = ["phone", "address"] as const;
export const CORRECTABLE = [...IDENTITY_FIELDS, ...CONTACT_FIELDS] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

/** Values by field as they are written: dates dd/MM/yyyy, sex male or female; null is "none". */
export type FieldValues = Partial<Record<CorrectableField, string | null>>;

export interface FieldSources {
  /** what the record holds now */
  current: FieldValues;
  /** the chosen candidate's own values; absent without one */
  registry?: FieldValues;
  /** whether record and candidate carry the same number */
  sameNumber: boolean;
  /** what police confirmed on this task */
  confirmed?: FieldValues;
}

export type Ownership =
  | { ok: true; source: "registry" | "police" | "health" }
  | { ok: false; reason: "identityNeedsPolice" | "contactIsHealth" };

function isContact(field: CorrectableField): boolean {
  return (CONTACT_FIELDS as readonly string[]).includes(field);
}

/** A value typed by hand that differs from the registry always goes to police. */
function healthMay(field: CorrectableField, to: string | null, sources: FieldSources): Ownership {
  if (isContact(field)) return { ok: true, source: "health" };
  if (sources.confirmed?.[field] === to) return { ok: true, source: "police" };
  if (sources.sameNumber && sources.registry?.[field] === to) {
    return { ok: true, source: "registry" };
  }
  return { ok: false, reason: "identityNeedsPolice" };
}

/** Whether a force may give `field` the value `to`, and whose value it then is. */
export function mayCorrect(
  force: Force,
  change: { field: CorrectableField; to: string | null },
  sources: FieldSources,
): Ownership {
  if (force === "health") return healthMay(change.field, change.to, sources);
  if (force === "police" && !isContact(change.field)) return { ok: true, source: "police" };
  if (force === "hamlet" && isContact(change.field)) return { ok: true, source: "health" };
  return { ok: false, reason: isContact(change.field) ? "contactIsHealth" : "identityNeedsPolice" };
}

/** The fields whose value would change, in the order of the screen. */
export function changedFields(current: FieldValues, wanted: FieldValues): CorrectableField[] {
  return CORRECTABLE.filter(
    (field) => field in wanted && (wanted[field] ?? null) !== (current[field] ?? null),
  );
}
