import { maskNumber } from "@/lib/domain/records/mask";
import type { FieldValues } from "@/lib/domain/tasks/field-policy";

/** More records than this go on a further list: a paper stays readable. */
export const MOST_LINES = 1000;

/** One line of a hand-over list, as signed and kept: what police confirmed about one record. */
export interface HandoverLine {
  lineNo: number;
  recordCode: string;
  fullName: string | null;
  birthDate: string | null;
  sex: string | null;
  idNumber: string | null;
}

/** The line as it is signed. */
export function handoverLine(
  lineNo: number,
  recordCode: string,
  values: FieldValues,
): HandoverLine {
  return {
    lineNo,
    recordCode,
    fullName: values.fullName ?? null,
    birthDate: values.birthDate ?? null,
    sex: values.sex ?? null,
    idNumber: values.idNumber ?? null,
  };
}

/** The text over which the list's hash is taken: the same lines give the same bytes. */
export function signedText(lines: readonly HandoverLine[]): string {
  return lines
    .map((line) =>
      [
        line.lineNo,
        line.recordCode,
        line.fullName ?? "",
        line.birthDate ?? "",
        line.sex ?? "",
        line.idNumber ?? "",
      ].join("\t"),
    )
    .join("\n");
}

/** The line for whoever doesn't sign it: the number keeps what tells two lines apart. */
export function maskedLine(line: HandoverLine): HandoverLine {
  return { ...line, idNumber: line.idNumber === null ? null : maskNumber(line.idNumber) };
}
