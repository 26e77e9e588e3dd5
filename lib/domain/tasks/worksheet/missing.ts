import { idNumberKind } from "@/lib/domain/records/id-number";

/** What a record does not tell, or not usably; worded in `contact.json` under `missing`. */
export type Missing =
  | "idNumber"
  | "idNumberOdd"
  | "fullName"
  | "birthDate"
  | "birthDayOnly"
  | "sex"
  | "phone"
  | "address"
  | "whichPerson";

export interface Told {
  fullName: string | null;
  birthPrecision: string | null;
  sex: string | null;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
}

function ofNumber(idNumber: string | null): Missing[] {
  if (!idNumber) return ["idNumber"];
  const kind = idNumberKind(idNumber);
  return kind === "personal" || kind === "passport" ? [] : ["idNumberOdd"];
}

function ofDate(precision: string | null): Missing[] {
  if (!precision) return ["birthDate"];
  return precision === "day" ? [] : ["birthDayOnly"];
}

/**
 * What a team has to ask for, the most useful first. Where nothing is missing, it has to find out
 * which person it is.
 */
export function missingOf(record: Told): Missing[] {
  const missing: Missing[] = [
    ...ofNumber(record.idNumber),
    ...(record.fullName ? [] : (["fullName"] as const)),
    ...ofDate(record.birthPrecision),
    ...(["sex", "phone", "address"] as const).filter((field) => !record[field]),
  ];
  return missing.length > 0 ? missing : ["whichPerson"];
}
