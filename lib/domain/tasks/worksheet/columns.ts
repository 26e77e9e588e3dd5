import { foldName } from "@/lib/domain/records/full-name";

/** Columns of a worksheet in their order: what is printed, then what the team fills in. */
export const PRINTED_COLUMNS = [
  "no",
  "code",
  "fullName",
  "birthYear",
  "sex",
  "address",
  "phone",
  "missing",
] as const;
export const RESULT_COLUMNS = [
  "result",
  "foundNumber",
  "foundName",
  "foundBirthDate",
  "foundPhone",
  "note",
  "day",
  "close",
] as const;
export const SHEET_COLUMNS = [...PRINTED_COLUMNS, ...RESULT_COLUMNS] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** The titles are the file's own language: a sheet reads the same whoever downloads it. */
export const COLUMN_TITLES: Record<SheetColumn, string> = {
  no: "STT",
  code: "Mã dòng",
  fullName: "Họ và tên",
  birthYear: "Năm sinh",
  sex: "Giới tính",
  address: "Địa chỉ",
  phone: "Điện thoại",
  missing: "Còn thiếu",
  result: "Kết quả",
  foundNumber: "Số định danh đúng",
  foundName: "Họ tên đúng",
  foundBirthDate: "Ngày sinh đúng",
  foundPhone: "Điện thoại đúng",
  note: "Ghi chú",
  day: "Ngày gặp",
  close: "Đề nghị đóng",
};

export type SheetMapping = Partial<Record<SheetColumn, number>>;

/** Titles stand in the first lines; above them there may be a heading. */
export const HEADER_ROWS = 20;

/** Where each column stands, in a line of titles; null when it is not one. */
export function readSheetHeader(cells: readonly string[]): SheetMapping | null {
  const titles = cells.map(foldName);
  const mapping: SheetMapping = {};
  for (const column of SHEET_COLUMNS) {
    const at = titles.indexOf(foldName(COLUMN_TITLES[column]));
    if (at >= 0) mapping[column] = at;
  }
  return mapping.code !== undefined && mapping.result !== undefined ? mapping : null;
}
