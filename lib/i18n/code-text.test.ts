import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { codeText } from "./code-text";

const t = createTranslator({
  locale: "vi",
  messages: { sample: { lost_digit: "Thiếu {count} chữ số.", other: "Chưa rõ." } },
  namespace: "sample",
});

it("turns a code and its parameters into a sentence", () => {
  expect(codeText(t, { code: "lost_digit", params: { count: 1 } }, "other")).toBe(
    "Thiếu 1 chữ số.",
  );
});

it("never shows a code that has no text", () => {
  expect(codeText(t, { code: "brand_new" }, "other")).toBe("Chưa rõ.");
});
