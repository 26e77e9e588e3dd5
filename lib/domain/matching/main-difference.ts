import { cleanNumber } from "./compare-id-number";
import type { Verdict } from "./verdict";
import {
  DIFFERENCE_CLASSES,
  type DifferenceClass,
  type FieldComparison,
  type IdentityField,
  type MatchSubject,
} from "./vocabulary";

interface MainDifference {
  mainClass: DifferenceClass;
  mainField: IdentityField | null;
}

/** Where two fields weigh the same, the number is the one to settle first. */
const FIELD_ORDER: readonly IdentityField[] = ["idNumber", "fullName", "birthDate", "sex"];

/** The one class and field by which a record is counted and listed. */
export function mainDifference(subject: MatchSubject, verdict: Verdict): MainDifference {
  if (verdict.outcome === "not_applicable") return { mainClass: "same", mainField: null };
  if (!verdict.reference) return withoutReference(subject, verdict);
  const [worst] = [...verdict.reference.fields].sort(bySeverity);
  if (!worst || worst.class === "same") return { mainClass: "same", mainField: null };
  const mainClass = worst.level === "unlinked" ? "old_number" : worst.class;
  return { mainClass, mainField: worst.field };
}

function withoutReference(subject: MatchSubject, verdict: Verdict): MainDifference {
  if (verdict.rule === "no_number_none") return { mainClass: "missing", mainField: "idNumber" };
  const isCmnd = cleanNumber(subject.idNumber)?.length === 9;
  return { mainClass: isCmnd ? "old_number" : "different", mainField: "idNumber" };
}

function bySeverity(a: FieldComparison, b: FieldComparison): number {
  return (
    Number(a.harmless) - Number(b.harmless) ||
    DIFFERENCE_CLASSES.indexOf(b.class) - DIFFERENCE_CLASSES.indexOf(a.class) ||
    FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field)
  );
}
