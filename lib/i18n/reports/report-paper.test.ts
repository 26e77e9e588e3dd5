import { describe, expect, it } from "vitest";
import { figuresOf } from "@/lib/domain/progress/figure";
import type { ReportContent } from "@/lib/domain/progress/report/content";
import { reportContent } from "@/lib/domain/progress/report/make";
import { reportSource } from "@/lib/domain/progress/report/source.fixture";
import { forecastSentence } from "./forecast";
import { writeReportPaper } from "./report-paper";
import { writeReportSheets } from "./report-sheets";

const written = (content: ReportContent) => ({
  ...{ number: 12, year: 2026, content, contentHash: "ab".repeat(32) },
});
const CONTENT = reportContent(reportSource());
const PAPER = writeReportPaper(written(CONTENT));

/** Everything that is written on the paper. */
const textOf = (content: ReportContent) => JSON.stringify(writeReportPaper(written(content)));

/** A text that is missing or was not filled in shows as its key or with its braces. */
const UNWRITTEN = /reports\.|\{[a-z]+[},]|undefined|NaN/;

describe("the paper", () => {
  it("is headed as an official report is", () => {
    expect(PAPER.issuer).toEqual({
      superior: "UBND TỈNH TÂY NINH",
      body: "TỔ CÔNG TÁC ĐỀ ÁN 06",
      number: "Số: 12/BC-TCT",
    });
    expect(PAPER.state.placeAndDate).toBe("Tây Ninh, ngày 23 tháng 11 năm 2026");
    expect(PAPER.kind).toBe("BÁO CÁO");
    expect(PAPER.title).toBe("Tiến độ làm sạch dữ liệu tiêm chủng tại tỉnh Tây Ninh");
    expect(PAPER.signature).toMatchObject({
      ...{ authority: "TM. TỔ CÔNG TÁC", office: "TỔ TRƯỞNG", name: "Trần Thị Lãnh Đạo" },
    });
  });

  it("says figures with their unit and cut-off", () => {
    const text = textOf(CONTENT);
    expect(text).toContain("24.000 người (72.000 mũi)");
    expect(text).toContain("Số liệu chốt lúc 14:05 23/11/2026");
    expect(text).toContain("giảm 21 người, từ 5.421 xuống còn 5.400");
    expect(text).toContain("1.240 người đứng ở một bước quá 10 ngày");
    expect(text).toContain("cần xử lý 189 người mỗi ngày làm việc; hiện nay đạt 92 người");
    expect(text).toContain("sớm hơn khoảng 12 ngày làm việc, vào 24/12/2026");
    expect(text).toContain("“Đảo ngày và tháng”");
  });

  it("leaves the name to be written where its author does not lead the unit", () => {
    const author = { name: "Lê Văn Phối", role: "coordinator", signs: false } as const;
    const paper = writeReportPaper(written(reportContent(reportSource({ author }))));
    expect(paper.signature.name).toBe("");
    expect(paper.foot).toContain("Người lập: Lê Văn Phối");
  });

  it.each([
    ["of the country", { unit: { id: "vn", name: "Việt Nam", level: "nation" } }],
    ["of a commune", { unit: { id: "1", name: "Phường 1", level: "commune" }, units: [] }],
    ["without a target", { target: null, neededPerDay: null, levers: [] }],
    [
      "without any record",
      { figures: figuresOf([]), days: [], end: { kind: "done" }, units: [], sources: [] },
    ],
  ] as const)("has every word %s", (_, more) => {
    expect(textOf(reportContent(reportSource(more as never)))).not.toMatch(UNWRITTEN);
    expect(textOf(CONTENT)).not.toMatch(UNWRITTEN);
  });
});

const basis = { weeks: 20, perDay: 370, addedPerDay: 20 };
const interval = {
  kind: "interval",
  from: "2027-01-04",
  share: 0.8,
  method: "x",
  ...basis,
} as const;
const plain = { kind: "plain", reason: "fewWeeks", weeks: 3 } as const;

describe("the forecast", () => {
  it.each<[string, ReportContent["end"], RegExp]>([
    ["done", { kind: "done" }, /Không còn hồ sơ nào phải xử lý/],
    [
      "an interval",
      { ...interval, likely: "2027-01-11", to: "2027-01-19" },
      /từ 04\/01\/2027 đến 19\/01\/2027, khả năng cao nhất là 11\/01\/2027.*80\s%/,
    ],
    [
      "an open interval",
      { ...interval, likely: "2027-01-11", to: null },
      /sớm nhất là 04\/01\/2027/,
    ],
    ["a hardly likely end", { ...interval, likely: null, to: null }, /phần lớn các tình huống/],
    ["few weeks", { ...plain, from: "2027-01-04", to: "2027-02-01" }, /3 tuần.*01\/02\/2027/],
    [
      "few weeks, one too slow",
      { ...plain, from: "2027-01-04", to: null },
      /chưa xong trong năm năm/,
    ],
    ["few weeks without work", { ...plain, from: null, to: null }, /chưa có việc nào xong/],
    ["more than is done", { kind: "never", reason: "inflow", ...basis }, /phát sinh mới/],
    ["too slow", { kind: "never", reason: "tooSlow", ...basis }, /sau năm năm vẫn chưa xong/],
  ])("of %s is a sentence", (_, end, words) => {
    expect(forecastSentence(end)).toMatch(words);
    expect(forecastSentence(end)).not.toMatch(UNWRITTEN);
  });
});

describe("the workbook", () => {
  const sheets = writeReportSheets(written(CONTENT));

  it("has six sheets, each with its cut-off and every word", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "Tổng hợp",
      "Theo đơn vị",
      "Theo ngày",
      "Theo bước",
      "Theo loại sai lệch",
      "Định nghĩa",
    ]);
    for (const { notes } of sheets) expect(notes[1]).toContain("chốt lúc 14:05 23/11/2026");
    expect(JSON.stringify(sheets)).not.toMatch(UNWRITTEN);
  });

  it("keeps figures as numbers", () => {
    expect(sheets[0]?.rows[0]).toEqual(["Tất cả hồ sơ", 24_000, "người", 72_000]);
    expect(sheets[1]?.rows[0]?.slice(0, 2)).toEqual(["Phường Tân Ninh", 2400]);
  });

  it("says of what is peopleText up to a thousand that it is more", () => {
    const rows = sheets[0]?.rows ?? [];
    expect(rows).toContainEqual(["Quá hạn", 41, "người", null]);
    expect(rows).toContainEqual(["Đứng ở một bước quá 10 ngày", 1240, "người", null]);
  });

  it("has a line a day", () => {
    expect(sheets[2]?.rows).toHaveLength(7);
    expect(sheets[2]?.rows.at(-2)).toEqual(["21/11/2026", 40, 0, 0, 60, 0, 10]);
  });
});
