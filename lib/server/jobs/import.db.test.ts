import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Layout } from "@/lib/domain/imports/profile";
import { getBatch, listIssues } from "@/lib/server/imports/queries";
import { importList, uploadList } from "@/prisma/factories/imports";
import { csvFile, type ListPerson, listRows, listTitles } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, type Station } from "@/prisma/factories/tasks";
import { importJob } from "./import";

const owner = ownerClient();
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const HOA: ListPerson = {
  sourceId: "DT01",
  fullName: "Nguyễn Thị Hòa",
  birthDate: "12/03/1985",
  sex: "Nữ",
  idNumber: "079185001234",
  phone: "0901234567",
  address: "12 Lê Lợi, Ấp 3",
  doses: [
    { number: "1", date: "05/08/2021", vaccine: "AstraZeneca", lot: "A1", facility: "Trạm 1" },
    { number: "2", date: "05/10/2021", vaccine: "AstraZeneca", lot: "A2" },
    { number: "3", date: "20/01/2022", vaccine: "Pfizer" },
  ],
};
const AN: ListPerson = {
  sourceId: "DT02",
  fullName: "Lê Văn An",
  birthDate: "1990",
  sex: "1",
  idNumber: "79090001234",
  doses: [{ number: "1", date: "31/02/2021", vaccine: "Vero Cell" }],
};
const UNVACCINATED: ListPerson = {
  sourceId: "DT03",
  fullName: "Y Bhăm",
  birthDate: "02/09/2012",
  sex: "Nam",
  idNumber: "",
};

function at(station: Station, people: ListPerson[]): ListPerson[] {
  const { commune } = station;
  const place = { provinceName: commune.province.name, communeName: commune.name };
  return people.map((person) => ({ ...place, ...person }));
}

/** A workbook as people have it: a letterhead above, numbers and days as numbers and days. */
async function xlsxFile(rows: string[][]): Promise<Blob> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("DS");
  sheet.addRow(["TRUNG TÂM Y TẾ"]);
  sheet.addRow([]);
  for (const row of rows) sheet.addRow(row.map(typed));
  return new Blob([await book.xlsx.writeBuffer()]);
}

function typed(cell: string): string | number | Date {
  const date = /^([0-2]\d)\/(\d\d)\/(\d{4})$/.exec(cell);
  if (date) return new Date(`${date[3]}-${date[2]}-${date[1]}T00:00:00Z`);
  return /^[1-9]\d?$/.test(cell) ? Number(cell) : cell;
}

const FILES = { csv: async (rows: string[][]) => csvFile(rows), xlsx: xlsxFile };

async function recordsOf(batchId: string) {
  const { rows } = await owner.query(
    `select source_id, full_name, birth_date::text, birth_precision, sex, id_number, phone, unit_id,
       residence_status, (select coalesce(json_agg(json_build_array(injected_on, date_text, vaccine, lot, facility)
         order by injected_on, vaccine), '[]') from dose where record_id = r.id) as doses
     from record r where batch_id = $1 order by source_id`,
    [batchId],
  );
  return rows;
}

describe.each<[keyof typeof FILES, Layout]>([
  ["csv", "person"],
  ["csv", "dose"],
  ["xlsx", "person"],
  ["xlsx", "dose"],
])("a list as %s, one row a %s", (kind, layout) => {
  it("becomes one record a person, with every dose of theirs", async () => {
    const station = await makeStation(owner);
    const file = await FILES[kind](listRows(at(station, [HOA, AN, UNVACCINATED]), layout));
    const { coordinator, commune } = station;
    const { batchId } = await importList(owner, coordinator, { file, fileName: `ds.${kind}` });

    const place = { unit_id: commune.id, residence_status: "resolved" };
    expect(await recordsOf(batchId)).toEqual([
      {
        ...place,
        source_id: "DT01",
        full_name: "Nguyễn Thị Hòa",
        birth_date: "1985-03-12",
        birth_precision: "day",
        sex: "female",
        id_number: "079185001234",
        phone: "0901234567",
        doses: [
          ["2021-08-05", null, "AstraZeneca", "A1", "Trạm 1"],
          ["2021-10-05", null, "AstraZeneca", "A2", null],
          ["2022-01-20", null, "Pfizer", null, null],
        ],
      },
      {
        ...place,
        source_id: "DT02",
        full_name: "Lê Văn An",
        birth_date: "1990-01-01",
        birth_precision: "year",
        sex: "male",
        id_number: "79090001234",
        phone: null,
        doses: [[null, "31/02/2021", "Vero Cell", null, null]],
      },
      {
        ...place,
        source_id: "DT03",
        full_name: "Y Bhăm",
        birth_date: "2012-09-02",
        birth_precision: "day",
        sex: "male",
        id_number: null,
        phone: null,
        doses: [],
      },
    ]);
    const rows = layout === "person" ? 3 : 5;
    expect(await getBatch.as(coordinator, batchId)).toMatchObject({
      state: "done",
      layout,
      rowsRead: rows,
      rowsWrong: 0,
      recordsNew: 3,
      recordsUpdated: 0,
      runState: "done",
      runDone: 3,
      runTotal: 3,
    });
  });

  it("keeps each line as it came", async () => {
    const station = await makeStation(owner);
    const table = listRows(at(station, [HOA, AN]), layout);
    const file = await FILES[kind](table);
    const { batchId } = await importList(owner, station.coordinator, { file });
    const { rows } = await owner.query<{ cells: string[] }>(
      "select cells from import_row where batch_id = $1 order by row_no",
      [batchId],
    );
    const name = listTitles(layout).indexOf("Họ và tên");
    expect(rows.map((row) => row.cells[name])).toEqual(table.slice(1).map((row) => row[name]));
    if (kind === "csv") expect(rows.map((row) => row.cells)).toEqual(table.slice(1));
  });
});

describe("rows that are wrong", () => {
  it("are listed by row, column and reason; the others become records", async () => {
    const station = await makeStation(owner);
    const { coordinator } = station;
    const table = listRows(
      at(station, [
        HOA,
        { ...AN, fullName: "" },
        { ...UNVACCINATED, sourceId: "" },
        { ...AN, sourceId: "DT04", birthDate: "30/02/1985" },
        { ...UNVACCINATED, sourceId: "DT05", sex: "khác" },
      ]),
    );
    const { batchId } = await importList(owner, coordinator, { file: csvFile(table) });
    const records = await recordsOf(batchId);
    expect(records.map((record) => record.source_id)).toEqual(["DT01", "DT05"]);

    const list = async (severity: string) =>
      (await listIssues.as(coordinator, { batchId, severity })).issues.map(
        ({ rowNo, column, code }) => [rowNo, column, code],
      );
    expect(await list("error")).toEqual([
      [3, "Họ và tên", "nameMissing"],
      [4, "Mã đối tượng", "sourceIdMissing"],
      [5, "Ngày sinh", "dateNotReal"],
    ]);
    expect(await list("warning")).toContainEqual([6, "Giới tính", "sexUnknown"]);
    const batch = await getBatch.as(coordinator, batchId);
    expect(batch).toMatchObject({ state: "done", rowsRead: 5, rowsWrong: 3, recordsNew: 2 });
  });
});

describe("a file that can't be read", () => {
  const failed = async (file: Blob, fileName: string) => {
    const { coordinator } = await makeStation(owner);
    const batchId = await uploadList(coordinator, { file, fileName });
    await importJob({ batchId, officerId: coordinator.officerId });
    const { state, failure, runId, rowsRead } = await getBatch.as(coordinator, batchId);
    expect([state, runId, rowsRead]).toEqual(["failed", null, 0]);
    return failure;
  };

  it("without titles says so, and is not compared", async () => {
    const rows = [
      ["1", "Nguyễn Thị Hòa"],
      ["2", "Lê Văn An"],
    ];
    expect(await failed(csvFile(rows), "a.csv")).toMatchObject({ code: "header.headerNotFound" });
  });

  it("without a column that is needed names it", async () => {
    const [titles = [], ...rows] = listRows([HOA]);
    const file = csvFile([titles.map((one) => (one === "Giới tính" ? "Cột lạ" : one)), ...rows]);
    expect(await failed(file, "a.csv")).toEqual({
      code: "header.columnsMissing",
      params: { columns: "“Giới tính”", count: 1 },
    });
  });

  it("because it is no list at all says why", async () => {
    const picture = new Blob([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")]);
    expect(await failed(picture, "a.xlsx")).toMatchObject({
      code: expect.stringMatching(/^file\./),
    });
  });
});
