import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makeFolder,
  makeZip,
  readCells,
  readRows,
  workbookParts,
  type ZipPart,
} from "./files.fixture";
import { openTable } from "./open-table";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

type Fill = (workbook: ExcelJS.Workbook) => void;

async function makeWorkbook(name: string, fill: Fill): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  const path = folder.path(name);
  await workbook.xlsx.writeFile(path);
  return path;
}

async function makeSheet(name: string, sheetData: string, more: ZipPart[] = []): Promise<string> {
  return folder.write(name, makeZip([...workbookParts(sheetData), ...more]));
}

describe("a workbook made by a spreadsheet", () => {
  it("gives texts, numbers, booleans and the cached values of formulas", async () => {
    const path = await makeWorkbook("values.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("DS");
      sheet.addRow(["Nguyễn Thị Hòa", "079185001234", 79085001234, true, 12.5]);
      sheet.addRow([
        { formula: 'A1&" (2)"', result: "Nguyễn Thị Hòa (2)" },
        { formula: "1+1", result: 2 },
        { formula: "1/0", result: { error: "#DIV/0!" } },
        { richText: [{ text: "Ấp " }, { text: "3", font: { bold: true } }] },
        "Dòng một\nDòng hai",
      ]);
    });
    expect(await readCells(await openTable(path))).toEqual([
      ["Nguyễn Thị Hòa", "079185001234", "79085001234", "TRUE", "12.5"],
      ["Nguyễn Thị Hòa (2)", "2", "", "Ấp 3", "Dòng một\nDòng hai"],
    ]);
  });

  it("shows dates as days, and a month or a year as just that", async () => {
    const formats = [
      "dd/mm/yyyy",
      "mm/yyyy",
      "yyyy",
      "yyyy",
      "[$-42A]d mmmm yyyy",
      "dd/mm/yyyy h:mm",
    ];
    const days = ["1985-03-12", "1985-05-01", "1985-01-01", "1985-03-12", "1990-01-01"];
    const path = await makeWorkbook("dates.xlsx", (workbook) => {
      const row = workbook
        .addWorksheet("DS")
        .addRow([...days.map((day) => new Date(day)), new Date("2021-09-01T13:45:00Z")]);
      for (const [index, numFmt] of formats.entries()) row.getCell(index + 1).numFmt = numFmt;
    });
    expect(await readCells(await openTable(path))).toEqual([
      ["12/03/1985", "05/1985", "1985", "12/03/1985", "01/01/1990", "01/09/2021 13:45"],
    ]);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const path = await makeWorkbook("mac.xlsx", (workbook) => {
      workbook.properties.date1904 = true;
      const cell = workbook.addWorksheet("DS").getCell("A1");
      cell.value = new Date("1985-03-12");
      cell.numFmt = "dd/mm/yyyy";
    });
    expect(await readCells(await openTable(path))).toEqual([["12/03/1985"]]);
  });

  it("puts back the zeros that only the format shows", async () => {
    const path = await makeWorkbook("zeros.xlsx", (workbook) => {
      const row = workbook.addWorksheet("DS").addRow([79085001234, 909123456, 5]);
      row.getCell(1).numFmt = "000000000000";
      row.getCell(2).numFmt = "0000\\ 000\\ 000";
      row.getCell(3).numFmt = "0.00";
    });
    expect(await readCells(await openTable(path))).toEqual([["079085001234", "0909123456", "5"]]);
  });

  it("keeps the places of rows and cells that are left out", async () => {
    const path = await makeWorkbook("sparse.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("DS");
      sheet.getCell("B2").value = "hai";
      sheet.getCell("AB5").value = "năm";
      sheet.getCell("A7").value = "   ";
    });
    const rows = await readRows(await openTable(path));
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([2, 5]);
    expect(rows[0]?.cells).toEqual(["", "hai"]);
    expect(rows[1]?.cells.length).toBe(28);
    expect(rows[1]?.cells[27]).toBe("năm");
  });

  it("reads the first sheet that can be seen, or the one that was chosen", async () => {
    const path = await makeWorkbook("sheets.xlsx", (workbook) => {
      workbook.addWorksheet("Danh mục", { state: "hidden" }).addRow(["ẩn"]);
      workbook.addWorksheet("Đợt 1").addRow(["một"]);
      workbook.addWorksheet("Đợt 2").addRow(["hai"]);
    });
    const table = await openTable(path);
    expect(table).toMatchObject({ kind: "xlsx", sheet: "Đợt 1", sheets: ["Đợt 1", "Đợt 2"] });
    expect(await readCells(table)).toEqual([["một"]]);
    expect(await readCells(await openTable(path, { sheet: "Đợt 2" }))).toEqual([["hai"]]);
    await expect(openTable(path, { sheet: "Đợt 3" })).rejects.toMatchObject({
      code: "sheetNotFound",
    });
  });

  it("can be read twice, and left in the middle", async () => {
    const path = await makeWorkbook("twice.xlsx", (workbook) => {
      const sheet = workbook.addWorksheet("DS");
      for (let i = 0; i < 1000; i++) sheet.addRow([`dòng ${i}`]);
    });
    const table = await openTable(path);
    for await (const { rowNo } of table.rows) if (rowNo === 3) break;
    expect((await readRows(table)).length).toBe(1000);
  });
});

describe("a workbook made by another program", () => {
  it("may leave out references and use inline texts, prefixes and escapes", async () => {
    const path = await makeSheet(
      "bare.xlsx",
      '<x:row><x:c t="inlineStr"><x:is><x:t>H&apos;Hen_x000D_ Niê</x:t></x:is></x:c><x:c/>' +
        "<x:c><x:v>1.5E1</x:v></x:c></x:row><row><c t='str'><f>A1</f><v>=HYPERLINK</v></c></row>",
    );
    expect(await readRows(await openTable(path))).toEqual([
      { rowNo: 1, cells: ["H'Hen\r Niê", "", "15"] },
      { rowNo: 2, cells: ["=HYPERLINK"] },
    ]);
  });

  it("leaves out reading aids and takes away control characters", async () => {
    const strings = "<sst><si><r><t>Lê </t></r><r><t>An</t></r><rPh><t>x</t></rPh></si></sst>";
    const parts = workbookParts('<row><c t="s"><v>0</v></c><c t="str"><v>a_x0001_b</v></c></row>');
    const links = parts[2];
    if (links) {
      links.data = String(links.data).replace(
        "</Relationships>",
        '<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/SharedStrings.xml"/></Relationships>',
      );
    }
    const zip = makeZip([...parts, { name: "xl\\sharedStrings.xml", data: strings }]);
    const cells = await readCells(await openTable(await folder.write("aids.xlsx", zip)));
    expect(cells).toEqual([["Lê An", "ab"]]);
  });

  it("refuses a table wider than any list", async () => {
    const path = await makeSheet("wide.xlsx", '<row><c r="XFD1"><v>1</v></c></row>');
    await expect(readRows(await openTable(path))).rejects.toMatchObject({
      code: "tooManyColumns",
      params: { limit: 500 },
    });
  });
});
