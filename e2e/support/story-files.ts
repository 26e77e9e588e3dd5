import ExcelJS from "exceljs";
import { openCsv } from "@/prisma/factories/synthetic/files/csv-file";

/** Phường 1 of Thành phố Tây Ninh is part of Phường Tân Ninh since 01/07/2025. */
export const PLACE = {
  province: "Tỉnh Tây Ninh",
  district: "Thành phố Tây Ninh",
  commune: "Phường 1",
  communeToday: "Phường Tân Ninh",
  codeToday: "25459",
};

const TITLES = [
  "STT",
  "Mã đối tượng",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Loại giấy tờ",
  "Số CCCD/CMND/HC",
  "SĐT",
  "Tỉnh",
  "Huyện",
  "Xã",
  "Địa chỉ chi tiết (thôn/tổ)",
  "Mũi 1",
  "Ngày tiêm 1",
  "Vắc xin 1",
];

const place = [PLACE.province, PLACE.district, PLACE.commune, "Khu phố 1"];
const dose = ["1", "01/09/2021", "AstraZeneca"];

/** Invented people. The comment says what is wrong with each record. */
const RECORDS = [
  // nothing
  ["1", "DT-A", "Phạm Minh Khôi", "05/09/1979", "Nam", "CCCD", "072079000101", "0901000001"],
  // only the place of the tone mark, which every old system called wrong
  ["2", "DT-B", "Nguyễn Thị Hoà", "12/03/1985", "Nữ", "CCCD", "072185000102", "0901000002"],
  // the spreadsheet has taken the zero off
  ["3", "DT-C", "Lê Văn Thành", "20/11/1990", "Nam", "CCCD", "72090000103", "0901000003"],
  // the month differs under the same number: health settles it
  ["4", "DT-D", "Trần Văn Bình", "01/06/1985", "Nam", "CCCD", "072085000104", "0901000004"],
  // no number: police say who it is
  ["5", "DT-E", "Đặng Thị Thu Hường", "17/02/1968", "Nữ", "", "", "0901000005"],
  // a day that doesn't exist: the row is listed, not kept
  ["6", "DT-F", "Võ Văn Sai", "31/02/1990", "Nam", "CCCD", "072090000106", "0901000006"],
];

const PEOPLE = [
  ["P-A", "072079000101", "", "Phạm Minh Khôi", "05/09/1979", "Nam"],
  ["P-B", "072185000102", "", "Nguyễn Thị Hòa", "12/03/1985", "Nữ"],
  ["P-C", "072090000103", "", "Lê Văn Thành", "20/11/1990", "Nam"],
  ["P-D", "072085000104", "", "Trần Văn Bình", "01/05/1985", "Nam"],
  ["P-E", "072168000105", "", "Đặng Thị Thu Hường", "17/02/1968", "Nữ"],
];

/** The platform's list as a workbook, one row a person. */
export async function writeStoryList(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Danh sách");
  for (const row of [TITLES, ...RECORDS.map((record) => [...record, ...place, ...dose])]) {
    sheet.addRow(row);
  }
  await workbook.xlsx.writeFile(path);
}

/** The registry snapshot that knows five of them. */
export async function writeStoryRegistry(path: string): Promise<void> {
  const titles = ["person_id", "id_number", "old_ids", "full_name", "birth_date", "sex"];
  const rows = PEOPLE.map((person) => [...person, "", PLACE.codeToday]);
  const table = openCsv(path);
  for (const row of [[...titles, "address", "commune_code"], ...rows]) table.add(row);
  await table.close();
}

/** Rows of a downloaded workbook as text, the titles first. */
export async function readList(path: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? "")));
  });
  return rows;
}
