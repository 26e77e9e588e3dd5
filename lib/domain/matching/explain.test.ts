import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matchRecord } from "./decide";
import { assembleExplanation } from "./explain";
import { MODEL_V1 } from "./model";
import { aPerson, aRecord } from "./people.fixture";
import { MATCH_RULES } from "./rules";
import { DIFFERENCE_CLASSES, type ExplanationPart, IDENTITY_FIELDS, OUTCOMES } from "./vocabulary";

type Texts = { [key: string]: Texts | string };

function readTexts(language: string): Texts {
  const file = new URL(`../../i18n/${language}/matching.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

function textAt(texts: Texts, key: string): unknown {
  return key.split(".").reduce<Texts | string | undefined>((at, part) => {
    return typeof at === "object" ? at[part] : undefined;
  }, texts);
}

function sentence(given: Parameters<typeof aRecord>[0], people = [aPerson()]): string {
  const texts = readTexts("vi");
  const word = ({ code, params }: ExplanationPart) =>
    String(textAt(texts, `explain.${code}`)).replace("{count}", String(params.count));
  return assembleExplanation(matchRecord(aRecord(given), people, MODEL_V1).explanation, word);
}

test.each<[Parameters<typeof aRecord>[0], string]>([
  [{}, "Khớp: số định danh, họ tên, ngày sinh và giới tính khớp."],
  [
    { birthDate: "03/12/1985", fullName: "Nguyễn Thị Hoà" },
    "Tự động sửa: ngày sinh đảo ngày/tháng; số định danh, họ tên và giới tính khớp, tên chỉ khác vị trí dấu.",
  ],
  [
    { birthDate: "12/08/1985" },
    "Cần xem xét: ngày sinh khác một chữ số; số định danh, họ tên và giới tính khớp. Sửa ngày sinh là đủ để khớp.",
  ],
  [
    { idNumber: null },
    "Cần xem xét: chưa có số định danh dùng được, nhưng có 1 người giống hồ sơ; họ tên, ngày sinh và giới tính khớp. Bổ sung đúng số định danh là đủ để khớp.",
  ],
  [
    { fullName: "Trần Văn Nam" },
    "Không khớp: số định danh này thuộc về người có tên khác; họ tên khác hẳn; số định danh, ngày sinh và giới tính khớp. Sửa họ tên là đủ để khớp.",
  ],
  [{ foreign: true }, "Người nước ngoài, không thuộc diện đối sánh."],
])("%j reads as a sentence", (given, expected) => {
  expect(sentence(given)).toBe(expected);
});

test("a record with nobody to compare says what it lacks", () => {
  expect(sentence({ idNumber: null, birthDate: null }, [])).toBe(
    "Không đủ thông tin: chưa có số định danh dùng được và không tìm thấy ai giống hồ sơ trong CSDLQG về dân cư; thiếu ngày sinh.",
  );
});

describe.each(["vi", "en"])("texts in %s", (language) => {
  const texts = readTexts(language);
  const levels = IDENTITY_FIELDS.flatMap((field) =>
    Object.keys(MODEL_V1.fields[field]).map((level) => `explain.${field}.${level}`),
  );
  test.each([
    ...levels,
    ...OUTCOMES.flatMap((outcome) => [`outcome.${outcome}`, `explain.lead.${outcome}`]),
    ...DIFFERENCE_CLASSES.flatMap((one) => [
      `class.${one}`,
      `classShort.${one}`,
      `classMark.${one}`,
    ]),
    ...MATCH_RULES.map((rule) => `rule.${rule}`),
    ...IDENTITY_FIELDS.flatMap((field) => [`field.${field}`, `explain.settle.${field}`]),
  ])("%s", (key) => {
    expect(textAt(texts, key)).toEqual(expect.any(String));
  });
});
