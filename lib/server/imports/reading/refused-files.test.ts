import { readFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder, makeZip, readRows, workbookParts } from "./files.fixture";
import { openTable } from "./open-table";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ và tên</t></is></c></row>';
const OLD_EXCEL = Buffer.from("D0CF11E0A1B11AE1", "hex");

async function codeOf(name: string, content: Buffer | string): Promise<string> {
  const path = await folder.write(name, content);
  try {
    await readRows(await openTable(path));
    return "read";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe("files that are not a table", () => {
  it.each([
    ["nothing at all", "", "empty"],
    ["blank lines only", "\uFEFF \r\n\r\n", "empty"],
    ["an Excel file of before 2007", Buffer.concat([OLD_EXCEL, Buffer.alloc(5000)]), "oldExcel"],
    [
      "an Excel file behind a password",
      Buffer.concat([OLD_EXCEL, Buffer.alloc(70_000), Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted",
    ],
    ["a web page called .xls", "\r\n<html><table><tr><td>1</td></tr></table></html>", "webPage"],
    ["a PDF", "%PDF-1.7\n1 0 obj", "unknown"],
    ["a picture", Buffer.from("89504E470D0A1A0A0000000D4948445200000001", "hex"), "unknown"],
    [
      "an XML spreadsheet of 2003",
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      "oldExcel",
    ],
    ["a text document", makeZip([{ name: "word/document.xml", data: "<w/>" }]), "notSpreadsheet"],
    ["an OpenDocument sheet", makeZip([{ name: "content.xml", data: "<o/>" }]), "openDocument"],
    [
      "a binary workbook",
      makeZip([
        {
          name: "_rels/.rels",
          data: '<R><Relationship Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
        },
      ]),
      "binaryExcel",
    ],
  ])("%s", async (name, content, code) => {
    expect(await codeOf(`${name}.xlsx`, content)).toBe(code);
  });

  it("passes trouble with the disk on as it is", async () => {
    await expect(openTable(folder.path("missing.xlsx"))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("workbooks that are damaged", () => {
  it("is cut off", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("DS").addRow(["Họ và tên"]);
    const path = folder.path("whole.xlsx");
    await workbook.xlsx.writeFile(path);
    const whole = await readFile(path);
    expect(await codeOf("half.xlsx", whole.subarray(0, whole.length / 2))).toBe("damaged");
  });

  it("has XML that doesn't end", async () => {
    expect(await codeOf("open.xlsx", makeZip(workbookParts(`${ROW}<row`)))).toBe("damaged");
  });

  it("has bytes that are not text", async () => {
    const parts = workbookParts(ROW);
    const sheet = parts[3];
    if (sheet) sheet.data = Buffer.concat([Buffer.from("<worksheet>"), Buffer.from([0xff, 0xfe])]);
    expect(await codeOf("bytes.xlsx", makeZip(parts))).toBe("damaged");
  });

  it("has lost its sheet", async () => {
    expect(await codeOf("lost.xlsx", makeZip(workbookParts(ROW).slice(0, 3)))).toBe("damaged");
  });
});

describe("workbooks that mean harm", () => {
  it("declares a document type", async () => {
    const prolog = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await codeOf("doctype.xlsx", makeZip(workbookParts(ROW, prolog)))).toBe("suspicious");
  });

  it("unpacks to a hundred times its size", async () => {
    const bomb = { name: "xl/media/x.xml", data: Buffer.alloc(11 * 1024 * 1024, 32) };
    expect(await codeOf("bomb.xlsx", makeZip([...workbookParts(ROW), bomb]))).toBe("suspicious");
  });

  it("hides the bomb behind a small declared size", async () => {
    const parts = workbookParts(ROW + " ".repeat(11 * 1024 * 1024));
    const sheet = parts[3];
    if (sheet) sheet.claimedContent = 300;
    expect(await codeOf("liar.xlsx", makeZip(parts))).toBe("damaged");
  });

  it("declares more than two gigabytes", async () => {
    const huge = (name: string) => ({ name, data: "x", claimed: 1_200_000_000 });
    const parts = [...workbookParts(ROW), huge("a.bin"), huge("b.bin")];
    expect(await codeOf("huge.xlsx", makeZip(parts))).toBe("tooLarge");
  });

  it("has an encrypted entry", async () => {
    const parts = workbookParts(ROW).map((part) => ({ ...part, encrypted: true }));
    expect(await codeOf("locked.xlsx", makeZip(parts))).toBe("encrypted");
  });

  it("has a text that never ends", async () => {
    const blocks = Array.from({ length: 9 * 1024 }, (_, i) => `${i} `.repeat(300).slice(0, 1024));
    const cell = `<row><c t="inlineStr"><is><t>${blocks.join("")}</t></is></c></row>`;
    expect(await codeOf("endless.xlsx", makeZip(workbookParts(cell)))).toBe("suspicious");
  });
});

it("reads the workbook that all of these were made from", async () => {
  expect(await codeOf("good.xlsx", makeZip(workbookParts(ROW)))).toBe("read");
});
