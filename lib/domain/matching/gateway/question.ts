import type { Identity } from "@/lib/domain/records/identity";
import type { IdentityField } from "../vocabulary";

/** The four fields as they are sent: a question is never asked with one of them missing. */
export type AskedIdentity = { [Field in keyof Identity]: NonNullable<Identity[Field]> };

/**
 * Every safe repair with which the registry may be asked again, as field and level of the model, so
 * that class, weight and wording are those of the ordinary comparison.
 */
export const REPAIR_KINDS = [
  "idNumber.restored",
  "idNumber.spacing",
  "fullName.encoding",
  "fullName.typing",
  "fullName.tone_place",
  "fullName.i_y",
  "fullName.hoi_nga",
  "fullName.d_bar",
  "birthDate.swapped",
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** One question to the registry. `kinds` are the repairs it was asked with; none: the record as it is. */
export interface Question {
  /** 1 for the first question of a record */
  number: number;
  kinds: RepairKind[];
  identity: AskedIdentity;
}

/** `idNumber.restored` → field and level. */
export function partsOf(kind: RepairKind): { field: IdentityField; level: string } {
  const [field, level = ""] = kind.split(".") as [IdentityField, string];
  return { field, level };
}
