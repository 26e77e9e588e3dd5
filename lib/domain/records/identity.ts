import type { PartialDate } from "./partial-date";
import type { Sex } from "./sex";

/**
 * The four fields of the official comparison, and nothing else: phone and address only help to
 * find a person. Values are as received after parsing; null is "not given".
 */
export interface Identity {
  fullName: string | null;
  birthDate: PartialDate | null;
  sex: Sex | null;
  idNumber: string | null;
}
