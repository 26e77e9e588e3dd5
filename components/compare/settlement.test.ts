import { describe, expect, it } from "vitest";
import {
  type CompareRow,
  initialValue,
  orderRows,
  settle,
  settleTyped,
  unsettledFields,
} from "./settlement";

const birthDate: CompareRow = {
  field: "birthDate",
  class: "typo",
  harmless: false,
  record: "12/08/1985",
  registry: "12/03/1985",
};
const fullName: CompareRow = {
  field: "fullName",
  class: "no_diacritics",
  harmless: true,
  record: "NGUYEN THI HOA",
  registry: "Nguyễn Thị Hòa",
};
const sex: CompareRow = {
  field: "sex",
  class: "same",
  harmless: true,
  record: "female",
  registry: "female",
};

describe("a decision", () => {
  it("takes the value of the chosen side", () => {
    expect(settle(birthDate, "registry")).toEqual({ choice: "registry", value: "12/03/1985" });
    expect(settle(birthDate, "record")).toEqual({ choice: "record", value: "12/08/1985" });
  });

  it("leaves no value when the truth is not known", () => {
    expect(settle(birthDate, "unknown")).toEqual({ choice: "unknown", value: "" });
  });

  it("knows a side's own value when it is typed by hand, in either Unicode form", () => {
    expect(settleTyped(fullName, "Nguyễn Thị Hòa".normalize("NFD")).choice).toBe("registry");
    expect(settleTyped(fullName, "Nguyễn Thị Hoà").choice).toBe("edit");
    expect(settleTyped({ ...fullName, registry: "" }, "").choice).toBe("edit");
  });
});

describe("the rows", () => {
  it("come with what stands in the way first, equal ones apart", () => {
    expect(orderRows([fullName, sex, birthDate])).toEqual({
      open: [birthDate, fullName],
      equal: [sex],
    });
  });

  it("start undecided, except equal ones", () => {
    const value = initialValue([fullName, sex, birthDate]);
    expect(unsettledFields([fullName, sex, birthDate], value)).toEqual(["fullName", "birthDate"]);
    expect(value.birthDate).toEqual({ choice: null, value: "12/08/1985" });
  });
});
