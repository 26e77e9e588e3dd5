import { describe, expect, it } from "vitest";
import { handoverLine } from "./line";
import { PAPER_MARGINS, type PaperSource, paperDate, paperOf, paperPlace, type Say } from "./paper";

it.each([
  ["Phường Tân Ninh", "Tân Ninh"],
  ["Xã Tân Phú", "Tân Phú"],
  ["Đặc khu Phú Quốc", "Phú Quốc"],
  ["Phường 1", "Phường 1"],
  ["Xã Xã Tắc", "Xã Tắc"],
])("heads a paper of %s with %s", (unit, place) => {
  expect(paperPlace(unit)).toBe(place);
});

it("writes a leading zero for days below ten and for the first two months only", () => {
  expect(paperDate("2026-02-05")).toEqual({ day: "05", month: "02", year: "2026" });
  expect(paperDate("2026-09-23")).toEqual({ day: "23", month: "9", year: "2026" });
  expect(paperDate("2026-11-23")).toEqual({ day: "23", month: "11", year: "2026" });
});

describe("the paper", () => {
  const line = handoverLine(1, "TC-00000001", { fullName: "Nguyễn Thị Hòa", sex: "female" });
  const source: PaperSource = {
    ...{ no: 12, unitName: "Phường Tân Ninh", parentName: null, signedOn: "2026-02-05" },
    ...{ signed: { name: "Trịnh Văn An", at: "09:30 05/02/2026" }, received: null },
    ...{ contentHash: "ab12", masked: false, inWords: "hai" },
    ...{ lines: [line, { ...line, lineNo: 2, sex: null }], disputes: [], signatures: [] },
  };
  const say: Say = (word, params) => [word, ...Object.values(params ?? {})].join(" ");
  const widthOf = (of: PaperSource) =>
    paperOf(of, say).columns.reduce((sum, c) => sum + c.width, 0);
  const disputed = { ...source, disputes: [{ lineNo: 2, reason: "khác người" }] };

  it("fills the width between the margins of A4, with and without notes", () => {
    const text = 210 - PAPER_MARGINS.left - PAPER_MARGINS.right;
    expect([widthOf(source), widthOf(disputed)]).toEqual([text, text]);
  });

  it("writes a row for each line, in the order of the columns", () => {
    const { rows } = paperOf(source, say);
    const first = ["1", "TC-00000001", "Nguyễn Thị Hòa", "none", "sex.female", "none"];
    expect(rows).toEqual([first, ["2", "TC-00000001", "Nguyễn Thị Hòa", "none", "none", "none"]]);
  });

  it("notes what was not taken over on its line, and counts it below", () => {
    const { rows, closing } = paperOf(disputed, say);
    expect(rows.map((row) => row.at(-1))).toEqual(["", "disputedLine khác người"]);
    expect(closing).toEqual(["end 2 hai", "endDisputed 1 1"]);
  });

  it("leaves the frames empty until somebody signs by certificate, and never calls that valid unasked", () => {
    const framesOf = (of: PaperSource) => paperOf(of, say).signatures.map((one) => one.frame);
    expect(framesOf(source)).toEqual([["signature"], ["signature"]]);
    const signatures = [{ office: "police", subject: "CN=An", verified: null }];
    expect(framesOf({ ...source, signatures })).toEqual([
      ["signature"],
      ["certificate CN=An", "certificateIs.unchecked"],
    ]);
  });

  it("says on a masked copy that it is one", () => {
    expect(paperOf({ ...source, masked: true }, say).closing).toContain("endMasked");
  });
});
