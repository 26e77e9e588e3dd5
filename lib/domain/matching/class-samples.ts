import type { DifferenceClass, IdentityField } from "./vocabulary";

/** The classes that need explaining: all but "same". */
export type ExplainedClass = Exclude<DifferenceClass, "same">;

/** One value beside the other as they are written; null is missing. */
export interface ClassSample {
  field: IdentityField;
  record: string | null;
  registry: string | null;
}

/**
 * One example of each class, mildest first, for those who learn the words. The other fields are those of
 * an invented woman: Nguyễn Thị Hòa, born on 12/03/1985, number 079185001234, formerly 024123457.
 */
export const CLASS_SAMPLES: Record<ExplainedClass, ClassSample> = {
  format: { field: "fullName", record: "NGUYỄN THỊ HOÀ", registry: "Nguyễn Thị Hòa" },
  no_diacritics: { field: "fullName", record: "NGUYEN THI HOA", registry: "Nguyễn Thị Hòa" },
  leading_zero: { field: "idNumber", record: "79185001234", registry: "079185001234" },
  old_number: { field: "idNumber", record: "024123457", registry: "079185001234" },
  swapped_date: { field: "birthDate", record: "03/12/1985", registry: "12/03/1985" },
  partial_date: { field: "birthDate", record: "1985", registry: "12/03/1985" },
  abbreviated: { field: "fullName", record: "Ng. Thị Hòa", registry: "Nguyễn Thị Hòa" },
  order: { field: "fullName", record: "Hòa Nguyễn Thị", registry: "Nguyễn Thị Hòa" },
  diacritics: { field: "fullName", record: "Nguyễn Thị Hoa", registry: "Nguyễn Thị Hòa" },
  typo: { field: "birthDate", record: "12/08/1985", registry: "12/03/1985" },
  regional: { field: "fullName", record: "Huỳnh Thị Hòa", registry: "Hoàng Thị Hòa" },
  missing: { field: "birthDate", record: null, registry: "12/03/1985" },
  different: { field: "fullName", record: "Trần Văn Nam", registry: "Nguyễn Thị Hòa" },
};

export const EXPLAINED_CLASSES = Object.keys(CLASS_SAMPLES) as ExplainedClass[];
