import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { assembleExplanation } from "@/lib/domain/matching/explain";
import { REPAIR_KINDS } from "@/lib/domain/matching/gateway/question";
import { codeText } from "./code-text";
import en from "./en/matching.json";
import vi from "./vi/matching.json";

const missing = () => {
  throw new Error("no text");
};
const translators = {
  vi: createTranslator({ locale: "vi", messages: vi.explain, onError: missing }),
  en: createTranslator({ locale: "en", messages: en.explain, onError: missing }),
};

function sentence(codes: string, locale: "vi" | "en" = "vi") {
  const parts = codes.split(" ").map((code) => ({ code, params: { count: 3 } }));
  return assembleExplanation(parts, (part) => codeText(translators[locale], part, "no.such"));
}

describe("what was asked of the registry is said as people say it", () => {
  test.each([
    [
      "lead.matched asked.right",
      "Khớp: CSDLQG về dân cư xác nhận đúng cả họ tên, ngày sinh, giới tính và số định danh.",
    ],
    [
      "lead.repaired asked.rightAfter fix.idNumber.restored",
      "Tự động sửa: CSDLQG về dân cư xác nhận đúng sau khi bổ sung số 0 ở đầu số định danh.",
    ],
    [
      "lead.repaired asked.rightAfter fix.fullName.encoding fix.birthDate.swapped",
      "Tự động sửa: CSDLQG về dân cư xác nhận đúng sau khi đọc lại họ tên bị hỏng phông chữ, đảo lại ngày và tháng sinh.",
    ],
    [
      "lead.unmatched asked.wrong",
      "Không khớp: đã hỏi CSDLQG về dân cư 3 lần, kể cả sau khi sửa những lỗi chắc chắn, lần nào cũng được trả lời là sai.",
    ],
    [
      "lead.insufficient asked.not idNumber.unusable sex.missing",
      "Không đủ thông tin: chưa đủ bốn trường để hỏi CSDLQG về dân cư, số định danh không dùng được, thiếu giới tính.",
    ],
  ])("%s", (codes, expected) => expect(sentence(codes)).toBe(expected));

  test.each(REPAIR_KINDS)("%s has words in both languages", (kind) => {
    for (const locale of ["vi", "en"] as const) {
      expect(sentence(`lead.repaired asked.rightAfter fix.${kind}`, locale)).toMatch(/ .{15,}\.$/);
    }
  });
});
