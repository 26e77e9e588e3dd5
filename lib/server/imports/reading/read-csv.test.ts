import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Encoding } from "./encodings";
import { makeFolder, readCells, readRows } from "./files.fixture";
import { openTable } from "./open-table";

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

const ROWS = [
  ["Mã đối tượng", "Họ và tên", "Giới tính", "Địa chỉ"],
  ["DT01", "Nguyễn Thị Hường", "Nữ", "Ấp 3, xã Tân Phú"],
  ["DT02", "Trần Đức Thuỷ", "Nam", "Phường Tân Thuận, quận 7"],
  ["DT03", "Lý Mỹ Kỳ", "Nữ", "Thôn Đông, xã Quỳnh Lưu"],
];
const VNI = [
  ["Maõ ñoái töôïng", "Hoï vaø teân", "Giôùi tính", "Ñòa chæ"],
  ["DT01", "Nguyeãn Thò Höôøng", "Nöõ", "AÁp 3, xaõ Taân Phuù"],
  ["DT02", "Traàn Ñöùc Thuyû", "Nam", "Phöôøng Taân Thuaän, quaän 7"],
  ["DT03", "Lyù Myõ Kyø", "Nöõ", "Thoân Ñoâng, xaõ Quyønh Löu"],
];

function csv(rows: string[][]): string {
  return rows.map((cells) => cells.map((cell) => `"${cell}"`).join(",")).join("\r\n");
}

/** The encoder knows whole letters only; the code page has five letters with a mark behind them. */
function encode1258(text: string): Buffer {
  const known = new Set("ĂăÂâÊêÔôƠơƯưĐđ");
  const pieces = [...text].map((letter) => {
    const [base = "", ...marks] = letter.normalize("NFD");
    const shape = marks.filter((mark) => /[\u0302\u0306\u031B]/.test(mark)).join("");
    const tone = marks.filter((mark) => !/[\u0302\u0306\u031B]/.test(mark)).join("");
    const whole = (base + shape).normalize("NFC");
    return known.has(whole) || shape === "" ? whole + tone : letter;
  });
  return iconv.encode(pieces.join(""), "windows-1258");
}

const ENCODED: [Encoding, Buffer][] = [
  ["utf-8", Buffer.from(csv(ROWS))],
  ["utf-8", Buffer.from(`\uFEFF${csv(ROWS)}`)],
  ["utf-16le", Buffer.from(`\uFEFF${csv(ROWS)}`, "utf16le")],
  ["utf-16le", Buffer.from(csv(ROWS), "utf16le")],
  ["utf-16be", iconv.encode(csv(ROWS), "utf-16be", { addBOM: true })],
  ["tcvn3", iconv.encode(csv(ROWS), "tcvn")],
  ["viscii", iconv.encode(csv(ROWS), "viscii")],
  ["windows-1258", encode1258(csv(ROWS))],
  ["vni", iconv.encode(csv(VNI), "windows-1252")],
];

describe("encodings", () => {
  it.each(ENCODED)("finds %s by itself", async (encoding, bytes) => {
    const table = await openTable(await folder.write("list.csv", bytes));
    expect(table.encoding).toMatchObject({ chosen: encoding, certain: true });
    expect(await readCells(table)).toEqual(ROWS);
  });

  it("shows what else the file could be, with a sample of each", async () => {
    const table = await openTable(await folder.write("list.csv", iconv.encode(csv(ROWS), "tcvn")));
    const candidates = table.encoding?.candidates ?? [];
    expect(candidates.map(({ encoding }) => encoding).sort()).toEqual([
      "tcvn3",
      "utf-8",
      "viscii",
      "vni",
      "windows-1258",
    ]);
    expect(candidates[0]?.sample).toContain("Họ và tên");
    expect(candidates[1]?.sample).not.toContain("Họ và tên");
  });

  it("lets the person who knows the file choose", async () => {
    const path = await folder.write("list.csv", iconv.encode("id,ten\n1,Phó", "tcvn"));
    const table = await openTable(path, { encoding: "tcvn3" });
    expect(await readCells(table)).toEqual([
      ["id", "ten"],
      ["1", "Phó"],
    ]);
  });

  it("believes letters that first occur far below", async () => {
    const plain = Array.from({ length: 20_000 }, (_, i) => `DT${i},Nguyen Van A`).join("\n");
    const bytes = Buffer.concat([
      Buffer.from(`${plain}\n`),
      iconv.encode("DT,Đặng Thị Hường", "tcvn"),
    ]);
    const table = await openTable(await folder.write("late.csv", bytes));
    expect(table.encoding?.chosen).toBe("tcvn3");
    expect((await readRows(table)).at(-1)?.cells).toEqual(["DT", "Đặng Thị Hường"]);
  });

  it("says when no reading looks like Vietnamese", async () => {
    const bytes = Buffer.concat([Buffer.from("id,ten\n1,"), Buffer.from([0xa7, 0xff, 0xe9, 0xe9])]);
    expect((await openTable(await folder.write("odd.csv", bytes))).encoding?.certain).toBe(false);
  });
});

describe("cells", () => {
  it.each([
    [",", "comma"],
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "bar"],
  ])("finds the delimiter %j", async (delimiter, name) => {
    const lines = [
      "Danh sách, đợt 1",
      "",
      ...ROWS.map((cells) => cells.map(quoteComma).join(delimiter)),
    ];
    const table = await openTable(await folder.write(`${name}.txt`, lines.join("\n")));
    expect((await readCells(table)).slice(-4)).toEqual(ROWS);

    function quoteComma(cell: string) {
      return delimiter === "," ? `"${cell}"` : cell;
    }
  });

  it("takes the delimiter that the first line names, and doesn't count that line", async () => {
    const table = await openTable(await folder.write("sep.csv", "sep=;\r\na;b,c\r\n1;2,5\r\n"));
    expect(await readRows(table)).toEqual([
      { rowNo: 1, cells: ["a", "b,c"] },
      { rowNo: 2, cells: ["1", "2,5"] },
    ]);
  });

  it("keeps line ends and quotes inside quotes, and counts rows as a spreadsheet does", async () => {
    const text = 'id,ghi chú\r\n1,"dòng một\r\ndòng ""hai"""\r\n\r\n2,Ấp "3" cũ\r\n';
    expect(await readRows(await openTable(await folder.write("quotes.csv", text)))).toEqual([
      { rowNo: 1, cells: ["id", "ghi chú"] },
      { rowNo: 2, cells: ["1", 'dòng một\r\ndòng "hai"'] },
      { rowNo: 4, cells: ["2", 'Ấp "3" cũ'] },
    ]);
  });

  it("keeps rows of any length, and takes away what can't be stored", async () => {
    const text = "a,b,c\n1\n1,2,3,4\n\u0000x\u0001,'=1+1,'79\n";
    const path = await folder.write("uneven.csv", text + "Nguyễn Văn An\n".repeat(10));
    expect((await readCells(await openTable(path))).slice(0, 4)).toEqual([
      ["a", "b", "c"],
      ["1"],
      ["1", "2", "3", "4"],
      ["x", "=1+1", "'79"],
    ]);
  });

  it("names the row whose quotation mark is never closed", async () => {
    const text = `id,ten\n1,An\n2,"Bình\n${"3,Chi\n".repeat(100_000)}`;
    const table = await openTable(await folder.write("open.csv", text));
    await expect(readRows(table)).rejects.toMatchObject({
      code: "quoteNotClosed",
      params: { row: 3 },
    });
  });

  it("reads a file that has only titles", async () => {
    const table = await openTable(await folder.write("titles.csv", "record_id,full_name"));
    expect(await readCells(table)).toEqual([["record_id", "full_name"]]);
  });
});
