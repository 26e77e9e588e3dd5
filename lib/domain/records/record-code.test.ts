import { expect, it } from "vitest";
import { readRecordCode } from "./record-code";

it.each([
  ["TC-00000123", "TC-00000123"],
  ["tc 123", "TC-00000123"],
  [" Tc-0123 ", "TC-00000123"],
  ["00000123", "TC-00000123"],
])("reads %j", (typed, code) => {
  expect(readRecordCode(typed)).toBe(code);
});

it.each(["", "tc", "TC-", "Hòa", "072185000102", "123456789", "12/03", "TC-12a"])(
  "takes %j for no code",
  (typed) => {
    expect(readRecordCode(typed)).toBeNull();
  },
);
