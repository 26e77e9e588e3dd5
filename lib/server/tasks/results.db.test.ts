import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COLUMN_TITLES, type SheetColumn } from "@/lib/domain/tasks/worksheet/columns";
import { type MadeOfficer, makeHamlet, makeOfficer } from "@/prisma/factories/communes";
import { csvFile } from "@/prisma/factories/lists";
import { ownerClient } from "@/prisma/factories/owner";
import { makeStation, makeTasks, type Station, type Wish } from "@/prisma/factories/tasks";
import { applyResultRow, readResultSheet } from "./result-commands";
import { getResultSheet, listPendingRows, listResultSheets } from "./result-queries";
import { createWorksheet } from "./worksheet";
import { streamSheet, type WorksheetFileKind } from "./worksheet-file";
import { getWorksheet } from "./worksheet-queries";

const NOBODY: Wish = { record: { idNumber: "", address: "Ấp 3" }, person: null };

const owner = ownerClient();
let station: Station;
let team: MadeOfficer;
let otherTeam: MadeOfficer;

beforeAll(async () => {
  await owner.connect();
  station = await makeStation(owner);
  const { commune: unit } = station;
  const hamlet = await makeHamlet(owner, unit, "Ấp 3");
  const other = await makeHamlet(owner, unit, "Ấp 4");
  team = await makeOfficer(owner, { role: "hamlet", unit, hamlet });
  otherTeam = await makeOfficer(owner, { role: "hamlet", unit, hamlet: other });
});
afterAll(() => owner.end());

type Filled = Partial<Record<SheetColumn, string>>;

/** A sheet of new lines as it is downloaded. */
async function download(count: number, kind: WorksheetFileKind): Promise<Blob> {
  await owner.query("update task set state = 'closed' where unit_id = $1", [station.commune.id]);
  await makeTasks(owner, station, Array(count).fill(NOBODY));
  const made = await createWorksheet.as(team, { kind: "own" });
  if (!made.ok) throw new Error("no sheet");
  const sheet = await getWorksheet.as(team, made.data.worksheetId);
  return new Response(streamSheet(sheet, kind).body).blob();
}

async function open(file: Blob, kind: WorksheetFileKind) {
  const workbook = new ExcelJS.Workbook();
  if (kind === "xlsx") await workbook.xlsx.load(await file.arrayBuffer());
  else {
    const rows = (await file.text()).replace("\uFEFF", "").trim().split("\r\n");
    workbook.addWorksheet("1").addRows(rows.map((row) => row.split(",")));
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error("no table");
  return { workbook, sheet };
}

/** Fills in the lines from the first on, as somebody does in a spreadsheet. */
async function fill(file: Blob, kind: WorksheetFileKind, lines: Filled[]): Promise<Blob> {
  const { workbook, sheet } = await open(file, kind);
  const titles = (sheet.getRow(1).values as string[]).map(String);
  for (const [at, line] of lines.entries()) {
    for (const [column, text] of Object.entries(line)) {
      const place = titles.indexOf(COLUMN_TITLES[column as SheetColumn]);
      sheet.getRow(at + 2).getCell(place).value = text;
    }
  }
  if (kind === "xlsx") return new Blob([await workbook.xlsx.writeBuffer()]);
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    rows.push(titles.slice(1).map((_, at) => row.getCell(at + 1).text));
  });
  return csvFile(rows);
}

async function bring(officer: MadeOfficer, file: Blob, fileName = "phieu.xlsx"): Promise<string> {
  const made = await readResultSheet.as(officer, { fileName, file });
  if (!made.ok) throw new Error(`refused: ${made.error.code} ${made.error.reason}`);
  return made.data.sheetId;
}

async function apply(officer: MadeOfficer, sheetId: string): Promise<void> {
  for (const rowNo of await listPendingRows.as(officer, sheetId)) {
    expect(await applyResultRow.as(officer, { sheetId, rowNo })).toMatchObject({ ok: true });
  }
}

const saysOf = async (officer: MadeOfficer, sheetId: string) =>
  (await getResultSheet.as(officer, sheetId)).rows.map((row) => row.says.what);

async function statesNow(): Promise<string[]> {
  const { rows } = await owner.query<{ state: string }>(
    "select t.state from task t join worksheet_line l on l.task_id = t.id where t.unit_id = $1 and t.resolution is null and t.state <> 'closed' order by l.line_no",
    [station.commune.id],
  );
  return rows.map((row) => row.state);
}

const attemptsInAll = async () => {
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from contact_attempt c join task t on t.id = c.task_id where t.unit_id = $1",
    [station.commune.id],
  );
  return rows[0]?.n ?? 0;
};

const LINES: Filled[] = [
  { result: "Gặp", foundNumber: "079085001234", day: "20/11/2026" },
  { result: "Vắng nhà" },
  { result: "Chuyển đến Bình Dương", close: "x" },
  {},
  { result: "Đã mất", note: "năm 2022" },
];

describe.each(["xlsx", "csv"] as const)("a sheet that comes back as %s", (kind) => {
  it("is shown before anything is done, then done line by line, once", async () => {
    const file = await fill(await download(5, kind), kind, LINES);
    const before = await attemptsInAll();
    const sheetId = await bring(team, file);
    const { rows } = await getResultSheet.as(team, sheetId);
    expect(rows.map((row) => row.says)).toMatchObject([
      { what: "survey" },
      { what: "contact", missing: 0 },
      { what: "contact", missing: 2 },
      { what: "empty" },
      { what: "cannotFind", proposed: "deceased" },
    ]);
    expect(await attemptsInAll()).toBe(before);

    await apply(team, sheetId);
    const done = ["applied", "applied", "applied", "empty", "applied"];
    expect(await saysOf(team, sheetId)).toEqual(done);
    expect(await statesNow()).toEqual([
      "verifying",
      "surveying",
      "surveying",
      "surveying",
      "approving",
    ]);
    expect(await attemptsInAll()).toBe(before + 4);

    await apply(team, sheetId);
    const again = await bring(team, file);
    const seen = ["alreadyDone", "alreadyDone", "alreadyDone", "empty", "alreadyDone"];
    expect(await saysOf(team, again)).toEqual(seen);
    await apply(team, again);
    expect(await saysOf(team, again)).toEqual(seen);
    expect(await attemptsInAll()).toBe(before + 4);
  });
});

describe("lines that can't be applied", () => {
  it("say which cell and why, and the others go on", async () => {
    const lines: Filled[] = [
      { result: "bận" },
      { result: "Vắng", code: "K7R-4PMO" },
      { result: "Gặp", foundBirthDate: "31/02/1985", foundNumber: "12" },
      { result: "Vắng", fullName: "Lê Thị Người Khác" },
      { result: "Vắng" },
    ];
    const sheetId = await bring(team, await fill(await download(5, "xlsx"), "xlsx", lines));
    const { rows } = await getResultSheet.as(team, sheetId);
    expect(rows.map((row) => [row.rowNo, row.says.what])).toEqual([
      [2, "unreadable"],
      [3, "unreadable"],
      [4, "unreadable"],
      [5, "refused"],
      [6, "contact"],
    ]);
    expect(rows.slice(0, 3).map((row) => row.issues)).toMatchObject([
      [{ column: "Kết quả", code: "resultUnknown" }],
      [{ column: "Mã dòng", code: "rowCodeCharacter", params: { character: "O" } }],
      [
        { column: "Số định danh đúng", code: "idNumberLength" },
        { column: "Ngày sinh đúng", code: "dateNotReal" },
      ],
    ]);
    await apply(team, sheetId);
    const done = ["unreadable", "unreadable", "unreadable", "refused", "applied"];
    expect(await saysOf(team, sheetId)).toEqual(done);
  });

  it("are told when somebody was faster, and when a code comes twice", async () => {
    const downloaded = await download(3, "xlsx");
    const { sheet } = await open(downloaded, "xlsx");
    const code = sheet.getRow(2).getCell(2).text;
    const name = sheet.getRow(2).getCell(3).text;
    const late = { result: "Vắng" };
    const file = await fill(downloaded, "xlsx", [late, { ...late, code, fullName: name }, late]);
    const sheetId = await bring(team, file);
    expect((await getResultSheet.as(team, sheetId)).rows[1]?.issues).toMatchObject([
      { code: "rowCodeRepeated", params: { first: 2 } },
    ]);
    const found = await fill(downloaded, "xlsx", [{ result: "Gặp" }]);
    await apply(station.health, await bring(station.health, found));
    await apply(team, sheetId);
    expect(await saysOf(team, sheetId)).toEqual(["changed", "unreadable", "applied"]);
  });

  it("of a sheet that another hamlet brings are unknown codes, and the sheet is not seen", async () => {
    const file = await fill(await download(2, "xlsx"), "xlsx", [{ result: "Gặp" }]);
    const theirs = await bring(otherTeam, file);
    await apply(otherTeam, theirs);
    expect(await saysOf(otherTeam, theirs)).toEqual(["codeUnknown", "empty"]);
    expect(await statesNow()).toEqual(["surveying", "surveying"]);
    await expect(getResultSheet.as(team, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const mine = await bring(team, file);
    const input = { sheetId: mine, rowNo: 2 };
    expect(await applyResultRow.as(otherTeam, input)).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
    expect((await listResultSheets.as(otherTeam, undefined)).map((one) => one.id)).toEqual([
      theirs,
    ]);
  });
});

describe("a file that is no sheet", () => {
  it.each([
    ["a picture of something", new Blob([new Uint8Array([0, 1, 2, 0, 9])]), "file.unknown"],
    ["a broken workbook", new Blob(["PK\u0003\u0004 and nothing more"]), "file.damaged"],
    [
      "another table",
      csvFile([
        ["STT", "Họ và tên"],
        ["1", "Lê Thị Ba"],
      ]),
      "sheet.noTitles",
    ],
  ])("%s says why", async (_, file, code) => {
    const sheet = await getResultSheet.as(team, await bring(team, file));
    expect(sheet).toMatchObject({ failure: { code }, rows: [] });
  });

  it("without anything in it is refused", async () => {
    const refused = await readResultSheet.as(team, { fileName: "a.csv", file: new Blob([]) });
    expect(refused).toMatchObject({ error: { code: "RULE", reason: "fileEmpty" } });
  });
});
