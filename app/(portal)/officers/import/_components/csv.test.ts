import { expect, it } from "vitest";
import { toCsv } from "./csv";

it("says its encoding, so that a spreadsheet reads Vietnamese", () => {
  expect(toCsv([["Họ và tên", "Đơn vị"]])).toBe("\ufeffHọ và tên,Đơn vị\r\n");
});

it("keeps commas and quotes inside their cell", () => {
  expect(toCsv([['Ấp "3", xã', "x"]])).toBe('\ufeff"Ấp ""3"", xã",x\r\n');
});

it.each(["=1+1", "+84", "-1", "@x", "\tx"])("lets no spreadsheet run %j", (cell) => {
  expect(toCsv([[cell]])).toBe(`\ufeff'${cell}\r\n`);
});
