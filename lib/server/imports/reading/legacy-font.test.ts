import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeFonts } from "./legacy-font";

const PEOPLE = [
  ["Mã đối tượng", "Họ và tên", "Giới tính", "Tỉnh", "Ghi chú"],
  ["DT01", "Nguyễn Thị Hường", "Nữ", "Tỉnh Quảng Ngãi", ""],
  ["DT02", "Trần Văn Phú", "Nam", "Tỉnh Phú Thọ", "chưa có số"],
  ["DT03", "Lý Mỹ Kỳ", "Nữ", "Tỉnh Thừa Thiên Huế", "Phú"],
];

/** The same letters as a .VnTime font shows them, in a text that claims to be Unicode. */
function inTcvn3(text: string): string {
  return iconv.encode(text, "tcvn").toString("latin1");
}

const VNI = [
  ["Maõ ñoái töôïng", "Hoï vaø teân", "Giôùi tính", "Tænh", "Ghi chuù"],
  ["DT01", "Nguyeãn Thò Höôøng", "Nöõ", "Tænh Quaûng Ngaõi", ""],
  ["DT02", "Traàn Vaên Phuù", "Nam", "Tænh Phuù Thoï", "chöa coù soá"],
  ["DT03", "Lyù Myõ Kyø", "Nöõ", "Tænh Thöøa Thieân Hueá", "Phuù"],
];

async function decode(rows: string[][]): Promise<string[][]> {
  async function* source() {
    for (const [index, cells] of rows.entries()) yield { rowNo: index + 1, cells };
  }
  const decoded: string[][] = [];
  for await (const { cells } of decodeFonts(source())) decoded.push(cells);
  return decoded;
}

describe("decodeFonts", () => {
  it("turns a table in a TCVN3 font into Unicode, words that read either way too", async () => {
    const table = PEOPLE.map((cells) => cells.map(inTcvn3));
    expect(table[2]?.[1]).toBe("TrÇn V¨n Phó");
    expect(await decode(table)).toEqual(PEOPLE);
  });

  it("turns a table in a VNI font into Unicode", async () => {
    expect(await decode(VNI)).toEqual(PEOPLE);
  });

  it("leaves Unicode alone", async () => {
    expect(await decode(PEOPLE)).toEqual(PEOPLE);
    const plain = [
      ["Ho va ten", "Phú, Phó"],
      ["Nguyen Van A", "Hòa"],
    ];
    expect(await decode(plain)).toEqual(plain);
  });

  it("leaves single cells to the comparison when the table is Unicode", async () => {
    const table = PEOPLE.with(1, ["DT01", "NguyÔn ThÞ H­êng", "Nữ", "Tỉnh Phú Thọ", ""]);
    expect(await decode(table)).toEqual(table);
  });

  it("tells fonts by the column", async () => {
    const table = PEOPLE.map((cells) => cells.map((cell, i) => (i < 3 ? inTcvn3(cell) : cell)));
    expect(await decode(table)).toEqual(PEOPLE);
  });

  it("is not misled by a letterhead in another font", async () => {
    const letterhead = ["TRẠM Y TẾ XÃ PHÚ", "Đợt 1"];
    const table = [...PEOPLE, ...PEOPLE, ...PEOPLE].map((cells) => cells.map(inTcvn3));
    const people = [letterhead, ...PEOPLE, ...PEOPLE, ...PEOPLE];
    const decoded = await decode([letterhead, ...table]);
    expect(decoded.map((cells) => cells.slice(1, 4))).toEqual(
      people.map((cells) => cells.slice(1, 4)),
    );
  });

  it("goes on alike after the rows that it was told by", async () => {
    const one = PEOPLE[2] ?? [];
    const many = Array.from({ length: 450 }, () => one);
    expect(await decode(many.map((cells) => cells.map(inTcvn3)))).toEqual(many);
  });
});
