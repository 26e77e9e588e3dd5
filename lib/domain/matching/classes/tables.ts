import { DIFFERENCE_CLASSES, type DifferenceClass } from "../vocabulary";
import { ABBREVIATED } from "./abbreviated.examples";
import { DIACRITICS } from "./diacritics.examples";
import { DIFFERENT } from "./different.examples";
import type { ClassTable } from "./example";
import { FORMAT } from "./format.examples";
import { LEADING_ZERO } from "./leading-zero.examples";
import { MISSING } from "./missing.examples";
import { NO_DIACRITICS } from "./no-diacritics.examples";
import { OLD_NUMBER } from "./old-number.examples";
import { ORDER } from "./order.examples";
import { PARTIAL_DATE } from "./partial-date.examples";
import { REGIONAL } from "./regional.examples";
import { SAME } from "./same.examples";
import { SWAPPED_DATE } from "./swapped-date.examples";
import { TYPO } from "./typo.examples";

/** One for each class: a class without a table does not compile. */
const TABLES: Readonly<Record<DifferenceClass, ClassTable>> = {
  same: SAME,
  format: FORMAT,
  no_diacritics: NO_DIACRITICS,
  leading_zero: LEADING_ZERO,
  old_number: OLD_NUMBER,
  swapped_date: SWAPPED_DATE,
  partial_date: PARTIAL_DATE,
  abbreviated: ABBREVIATED,
  order: ORDER,
  diacritics: DIACRITICS,
  typo: TYPO,
  regional: REGIONAL,
  missing: MISSING,
  different: DIFFERENT,
};

/** The tables of examples, mildest class first. */
export const CLASS_TABLES: readonly ClassTable[] = DIFFERENCE_CLASSES.map((name) => TABLES[name]);
