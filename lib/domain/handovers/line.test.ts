import { expect, it } from "vitest";
import { handoverLine, maskedLine, signedText } from "./line";

const line = handoverLine(1, "TC-00000001", {
  fullName: "Nguyễn Thị Hòa",
  birthDate: "12/03/1985",
  sex: "female",
  idNumber: "079185001234",
});

it("signs every value of a line", () => {
  const changed = { recordCode: "x", fullName: "x", birthDate: "x", sex: "x", idNumber: "x" };
  const texts = Object.entries(changed).map(([key, value]) =>
    signedText([{ ...line, [key]: value }]),
  );
  expect(new Set([signedText([line]), ...texts]).size).toBe(6);
});

it("signs the order of the lines", () => {
  const other = handoverLine(2, "TC-00000002", {});
  expect(signedText([line, other])).not.toBe(signedText([other, line]));
});

it("masks the number and nothing else", () => {
  expect(maskedLine(line)).toEqual({ ...line, idNumber: "0791****1234" });
  expect(maskedLine(handoverLine(1, "TC-00000001", {})).idNumber).toBeNull();
});
