import { expect, test } from "vitest";
import { parseInsuranceNumber } from "./insurance-number";
import { parsePhone } from "./phone";
import { parseSex } from "./sex";

test.each([
  ["0901234567", "0901234567", undefined],
  ["+84 901 234 567", "0901234567", undefined],
  ["84901234567", "0901234567", undefined],
  ["+84 (0)901.234.567", "0901234567", undefined],
  ["028 3822 1234", "02838221234", undefined],
  ["901234567", "0901234567", "phoneZeroLost"],
  ["01681234567", "0381234567", "phonePrefixChanged"],
  ["1681234567", "0381234567", "phonePrefixChanged"],
  ["+841201234567", "0701234567", "phonePrefixChanged"],
  ["0901234567 / 0912345678", "0901234567", "phoneSeveral"],
])("phone %s", (text, value, warning) => {
  const read = parsePhone(text);
  expect(read).toMatchObject({ ok: true, value });
  expect(read.ok && read.warning).toBe(warning);
});

test.each([
  ["", "phoneMissing"],
  ["không", "phoneCharacters"],
  ["0901", "phoneNumber"],
  ["0601234567", "phoneNumber"],
  ["01111234567", "phoneNumber"],
])("phone %s is refused: %s", (text, code) => {
  expect(parsePhone(text)).toMatchObject({ ok: false, code });
});

test.each([
  ["Nam", "male"],
  ["NỮ", "female"],
  ["Nữ".normalize("NFD"), "female"],
  ["nu", "female"],
  ["F", "female"],
  ["1", "male"],
  ["2", "female"],
  ["Nöõ", "female"],
  ["Ná»¯", "female"],
])("sex %s is %s", (text, sex) => {
  expect(parseSex(text)).toMatchObject({ ok: true, value: sex });
});

test.each([
  ["", "sexMissing"],
  ["0", "sexUnknown"],
  ["x", "sexUnknown"],
])("sex %j is refused: %s", (text, code) => {
  expect(parseSex(text)).toMatchObject({ ok: false, code });
});

test.each([
  ["DN 4 79 1234567890", true],
  ["dn479123456789O", true],
  ["1234567890", true],
  ["12345", false],
  ["", false],
])("insurance number %s", (text, ok) => {
  expect(parseInsuranceNumber(text).ok).toBe(ok);
});
