import { foldName } from "@/lib/domain/records/full-name";
import { idNumberKind, parseIdNumber } from "@/lib/domain/records/id-number";
import type { Identity } from "@/lib/domain/records/identity";
import { type PartialDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { parseSex, type Sex } from "@/lib/domain/records/sex";
import type { ColumnKey } from "./profile";
import { cellText, cellValue, type Row, reportColumn } from "./row";

/** The four fields of the comparison, and whether the person is a foreigner. */
export function readIdentity(row: Row): Identity & { foreign: boolean } {
  const foreign = carriesPassport(row);
  return {
    fullName: readName(row),
    birthDate: readBirthDate(row),
    sex: readSex(row),
    idNumber: readIdNumber(row, foreign),
    foreign,
  };
}

/** A 12-digit number wins over a wrongly chosen kind of paper: only citizens have one. */
function carriesPassport(row: Row): boolean {
  const paper = foldName(cellText(row, "documentType"));
  if (!/\bho chieu\b|passport|^hc$/.test(paper)) return false;
  const number = parseIdNumber(cellText(row, "idNumber"));
  return !number.ok || idNumberKind(number.value) !== "personal";
}

function readName(row: Row): string | null {
  const name = cellText(row, "fullName");
  if (name === "") reportColumn(row, "fullName", "nameMissing");
  else if (!/\p{L}/u.test(name)) reportColumn(row, "fullName", "nameUnreadable");
  // A question mark inside a word is a letter that some conversion has thrown away.
  else if (/\p{L}\?|\?\p{L}|\uFFFD/u.test(name)) reportColumn(row, "fullName", "nameDamaged");
  return name === "" ? null : name;
}

/** What the file's owner should hear of; a serial number or 01/01 is read without a word. */
const DATE_ISSUES = [
  "dateMissing",
  "dateUnreadable",
  "dateNotReal",
  "dateOutOfRange",
  "centuryGuessed",
  "monthFirst",
] as const;

function readBirthDate(row: Row): PartialDate | null {
  const text = cellValue(row, "birthDate");
  const date = parseBirthDate(text ?? "");
  const code = date.ok ? date.warning : date.code;
  const issue = DATE_ISSUES.find((known) => known === code);
  if (issue) reportColumn(row, "birthDate", issue);
  return date.ok ? date.value : null;
}

function readSex(row: Row): Sex | null {
  const text = cellValue(row, "sex");
  const sex = parseSex(text ?? "");
  if (sex.ok) return sex.value;
  reportColumn(row, "sex", text === null ? "sexMissing" : "sexUnknown");
  return null;
}

/** An odd number is kept as received: repairing it is the work of the comparison. */
function readIdNumber(row: Row, foreign: boolean): string | null {
  const key: ColumnKey = cellValue(row, "idNumber") === null ? "oldIdNumber" : "idNumber";
  const text = cellValue(row, key);
  if (text === null) {
    if (!foreign) reportColumn(row, "idNumber", "idNumberMissing");
    return null;
  }
  const number = parseIdNumber(text);
  if (foreign) return number.ok ? number.value : text;
  if (!number.ok) {
    const scientific = number.code === "idNumberScientific";
    reportColumn(row, key, scientific ? "idNumberScientific" : "idNumberCharacters");
    return text;
  }
  if (number.warning === "idNumberZeroLost") reportColumn(row, key, "idNumberZeroLost");
  else if (idNumberKind(number.value) === "unusable") reportColumn(row, key, "idNumberOdd");
  return number.value;
}
