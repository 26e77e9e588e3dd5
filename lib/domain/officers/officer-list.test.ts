import { describe, expect, it } from "vitest";
import { draftOfLine, type ListedOfficer, readOfficerList } from "./officer-list";

const UNITS = [
  { id: "180", code: "80", name: "Tỉnh Tây Ninh", level: "province", parentName: "Việt Nam" },
  {
    id: "125459",
    code: "25459",
    name: "Phường Tân Ninh",
    level: "commune",
    parentName: "Tỉnh Tây Ninh",
  },
  {
    id: "115715",
    code: "15715",
    name: "Xã Tân Ninh",
    level: "commune",
    parentName: "Tỉnh Thanh Hóa",
  },
  {
    id: "100004",
    code: "00004",
    name: "Phường Ba Đình",
    level: "commune",
    parentName: "Thành phố Hà Nội",
  },
];

function line(changes: Partial<ListedOfficer>): ListedOfficer {
  const good = {
    username: "yte.tanninh",
    fullName: "Lê Thị Thử",
    role: "Trạm y tế",
    unit: "25459",
  };
  return { line: 2, province: "", hamlet: "", ...good, ...changes };
}

const codes = (changes: Partial<ListedOfficer>) =>
  draftOfLine(line(changes), UNITS).problems.map(({ field, code }) => `${field} ${code}`);

describe("a pasted table", () => {
  it("may have its columns in any order, named in any of the usual ways", () => {
    const list = readOfficerList([
      ["STT", "VAI TRÒ", "Họ tên", "Mã đơn vị", "Tài khoản"],
      ["1", "Công an xã", " Lê Thị Thử ", "25459", "ca.tanninh"],
    ]);
    expect(list).toEqual({
      ok: true,
      lines: [
        {
          line: 2,
          username: "ca.tanninh",
          fullName: "Lê Thị Thử",
          role: "Công an xã",
          unit: "25459",
          province: "",
          hamlet: "",
        },
      ],
    });
  });

  it("counts lines as they stand, the empty ones too", () => {
    const rows = [
      ["username", "full_name", "role", "unit"],
      ["", "", "", ""],
      ["a", "b", "c", "d"],
    ];
    expect(readOfficerList(rows)).toMatchObject({ lines: [{ line: 3 }] });
  });

  it("is refused when a column is missing or nothing is in it", () => {
    expect(
      readOfficerList([
        ["Tên đăng nhập", "Họ tên"],
        ["a", "b"],
      ]),
    ).toEqual({
      ok: false,
      code: "columnsMissing",
      columns: ["role", "unit"],
    });
    expect(readOfficerList([])).toEqual({ ok: false, code: "listEmpty" });
    expect(readOfficerList([["username", "full_name", "role", "unit"]])).toMatchObject({
      code: "listEmpty",
    });
  });
});

describe("the unit of a line", () => {
  it.each([
    ["25459", "125459"],
    ["Phường Tân Ninh", "125459"],
    ["phuong tan ninh", "125459"],
    ["80", "180"],
    ["Tây Ninh", "180"],
    ["4", "100004"],
    ["ba đình", "100004"],
  ])("%s", (unit, id) => {
    expect(draftOfLine(line({ unit }), UNITS).officer?.unitId).toBe(id);
  });

  it("needs more where several have the name, and its province is enough", () => {
    expect(codes({ unit: "Tân Ninh" })).toEqual(["unitId unitAmbiguous"]);
    expect(
      draftOfLine(line({ unit: "Tân Ninh", province: "Thanh Hoá" }), UNITS).officer?.unitId,
    ).toBe("115715");
  });

  it("is said to be missing or unknown", () => {
    expect(codes({ unit: "" })).toEqual(["unitId unitMissing"]);
    expect(codes({ unit: "Xã Không Có" })).toEqual(["unitId unitUnknown"]);
    expect(codes({ unit: "25459", province: "Thanh Hóa" })).toEqual(["unitId unitUnknown"]);
  });
});

it("names every cell of a line that can't stand", () => {
  expect(codes({ username: "Lê", fullName: "", role: "Giám đốc", unit: "" })).toEqual([
    "unitId unitMissing",
    "username usernameShape",
    "fullName nameMissing",
    "role roleUnknown",
  ]);
});
