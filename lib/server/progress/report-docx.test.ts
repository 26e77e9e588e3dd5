import { expect, it } from "vitest";
import { reportContent } from "@/lib/domain/progress/report/make";
import { reportSource } from "@/lib/domain/progress/report/source.fixture";
import { writeReportPaper } from "@/lib/i18n/reports/report-paper";
import { partsOf } from "@/lib/server/handovers/docx-parts.fixture";
import { reportDocx } from "./report-docx";

const contentHash = "ab".repeat(32);
const report = { number: 12, year: 2026, content: reportContent(reportSource()), contentHash };

it("is an official paper with two appendices, each on a page of its own", async () => {
  const parts = await partsOf(await reportDocx(writeReportPaper(report)));
  const document = parts.get("word/document.xml") ?? "";
  const texts = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]);
  expect(texts).toEqual(
    expect.arrayContaining([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "UBND TỈNH TÂY NINH",
      "TỔ CÔNG TÁC ĐỀ ÁN 06",
      "Số: 12/BC-TCT",
      "BÁO CÁO",
      "(từ ngày 16/11/2026 đến ngày 22/11/2026)",
      "TM. TỔ CÔNG TÁC",
      "Trần Thị Lãnh Đạo",
      "PHỤ LỤC II",
    ]),
  );
  expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
  // Five tables of figures and definitions, and the one by source, each with its head on every page.
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(6);
  // Twentieths of a point: 20, 15, 20 and 30 mm.
  const [margins] = document.match(/<w:pgMar [^>]*>/) ?? [];
  expect(margins).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  const feet = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name));
  expect(feet.every(([, xml]) => xml.includes(contentHash))).toBe(true);
});
