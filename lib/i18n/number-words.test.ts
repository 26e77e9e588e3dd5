import { expect, it } from "vitest";
import { inVietnameseWords } from "./number-words";

it.each([
  [0, "không"],
  [4, "bốn"],
  [5, "năm"],
  [10, "mười"],
  [11, "mười một"],
  [14, "mười bốn"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [25, "hai mươi lăm"],
  [100, "một trăm"],
  [105, "một trăm linh năm"],
  [110, "một trăm mười"],
  [115, "một trăm mười lăm"],
  [121, "một trăm hai mươi mốt"],
  [500, "năm trăm"],
  [1000, "một nghìn"],
  [1005, "một nghìn không trăm linh năm"],
  [1050, "một nghìn không trăm năm mươi"],
  [12345, "mười hai nghìn ba trăm bốn mươi lăm"],
  [999999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"],
])("says %i as %s", (number, words) => {
  expect(inVietnameseWords(number)).toBe(words);
});
