import { expect, it } from "vitest";
import { handoverLine } from "@/lib/domain/handovers/line";
import { type WrittenList, writeHandoverPaper } from "@/lib/i18n/handover-paper";
import { handoverDocx } from "./docx";
import { partsOf } from "./docx-parts.fixture";
import { contentHash } from "./hash";

function listOf(count: number): WrittenList {
  const lines = Array.from({ length: count }, (_, at) =>
    handoverLine(at + 1, `TC-${String(at + 1).padStart(8, "0")}`, {
      fullName: `Nguyễn Thị Hòa ${at + 1}`,
      birthDate: "12/03/1985",
      sex: "female",
      idNumber: "079185001234",
    }),
  );
  return {
    ...{ no: 12, unitName: "Phường Tân Ninh", parentName: "Tỉnh Tây Ninh" },
    ...{ signedName: "Trịnh Văn An", signedAt: new Date("2026-02-05T02:30:00Z") },
    ...{ receivedName: null, receivedAt: null, contentHash: contentHash(lines), masked: false },
    ...{ lines, disputes: [], signatures: [] },
  };
}

async function wordOf(list: WrittenList) {
  const parts = await partsOf(await handoverDocx(writeHandoverPaper(list)));
  const document = parts.get("word/document.xml") ?? "";
  const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
  return { parts, document, texts };
}

const rowsOf = (document: string) => document.match(/<w:tr[ >]/g)?.length;

it("holds what the two offices sign, in the words of an official paper", async () => {
  const { document, texts } = await wordOf(listOf(25));
  expect(texts).toEqual(
    expect.arrayContaining([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "CÔNG AN TỈNH TÂY NINH",
      "Số: 12/DS-CA",
      "Tân Ninh, ngày 05 tháng 02 năm 2026",
      "DANH SÁCH ĐỐI TƯỢNG TIÊM CHỦNG ĐÃ XÁC MINH",
      "Danh sách gồm 25 (hai mươi lăm) người./.",
      "TRẠM Y TẾ PHƯỜNG TÂN NINH",
      "Trịnh Văn An",
      "079185001234",
      "Nơi nhận:",
    ]),
  );
  // Issuing body and one of the two signature blocks.
  expect(texts.filter((text) => text === "CÔNG AN PHƯỜNG TÂN NINH")).toHaveLength(2);
  expect(texts.filter((text) => text === "Chữ ký số")).toHaveLength(2);
  expect(texts.filter((text) => text === "(Ký, ghi rõ họ tên)")).toHaveLength(2);
  const [margins] = document.match(/<w:pgMar [^>]*>/) ?? [];
  // Twentieths of a point: 20, 15, 20 and 30 mm.
  expect(margins).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
});

it("repeats the table's head on every page, and the page's number and the hash with it", async () => {
  const list = listOf(3);
  const { document, parts } = await wordOf(list);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(document).toContain("<w:titlePg/>");
  const rest = [...parts].filter(([name]) => /(header|footer)\d/.test(name)).map(([, xml]) => xml);
  expect(rest.filter((xml) => xml.includes("PAGE"))).toHaveLength(1);
  expect(rest.filter((xml) => xml.includes(list.contentHash))).toHaveLength(2);
});

it("holds a list of a thousand lines", async () => {
  const { document, texts } = await wordOf(listOf(1000));
  expect(texts).toContain("Nguyễn Thị Hòa 1000");
  expect(texts).toContain("Danh sách gồm 1.000 (một nghìn) người./.");
  // The people and their head; the paper's head, the two blocks and their frames are rows as well.
  expect(rowsOf(document)).toBe(1001 + 4);
}, 60_000);

it("says on the paper what was not taken over, and whose certificate signed", async () => {
  const { texts } = await wordOf({
    ...listOf(3),
    ...{ receivedName: "Lý Thị Trạm", receivedAt: new Date("2026-02-05T09:00:00Z") },
    disputes: [{ lineNo: 2, reason: "không tiêm tại phường" }],
    signatures: [{ office: "police", subject: "CN=Trịnh Văn An", verified: null }],
  });
  expect(texts).toEqual(
    expect.arrayContaining([
      "Ghi chú",
      "Không tiếp nhận, lý do: không tiêm tại phường",
      "Trạm Y tế tiếp nhận 2 người, không tiếp nhận 1 người (lý do ghi ở cột Ghi chú).",
      "Ký số bởi: CN=Trịnh Văn An",
      "Chữ ký chưa được kiểm tra",
      "Tiếp nhận lúc 16:00 05/02/2026",
    ]),
  );
});
