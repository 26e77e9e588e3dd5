import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIFFERENCE_CLASSES } from "@/lib/domain/matching/vocabulary";
import { differenceOf, type Part } from "./difference";

/** "Nguy[diacritics:ễ]n": marked pieces in brackets, the rest as it is. */
const draw = (parts: Part[]) =>
  parts.map(({ text, mark }) => (mark === "same" ? text : `[${mark}:${text}]`)).join("");

describe("a name", () => {
  it("without diacritics differs in diacritics only, whatever the case", () => {
    const { record, registry } = differenceOf("NGUYEN THI HOA", "Nguyễn Thị Hòa", "no_diacritics");
    expect(draw(record)).toBe("NGUY[diacritics:E]N TH[diacritics:I] H[diacritics:O]A");
    expect(draw(registry)).toBe("Nguy[diacritics:ễ]n Th[diacritics:ị] H[diacritics:ò]a");
  });

  it("keeps a tone on its vowel even when it came as a separate sign", () => {
    const { record, registry } = differenceOf("Hoa\u0300", "Hoá", "diacritics");
    expect(draw(record)).toBe("Ho[diacritics:à]");
    expect(draw(registry)).toBe("Ho[diacritics:á]");
  });

  it("takes đ for a d with a mark", () => {
    expect(draw(differenceOf("Do Van Đuc", "Đỗ Văn Đức", "diacritics").record)).toBe(
      "[diacritics:Do] V[diacritics:a]n Đ[diacritics:u]c",
    );
  });

  it("in another order has its words marked as swapped", () => {
    expect(draw(differenceOf("Hòa Nguyễn Thị", "Nguyễn Thị Hòa", "order").record)).toBe(
      "[swapped:Hòa] [swapped:Nguyễn] [swapped:Thị]",
    );
  });

  it("with a word left out shows a gap where the word belongs", () => {
    const { record, registry } = differenceOf("Nguyễn Hòa", "Nguyễn Thị Hòa", "abbreviated");
    expect(draw(record)).toBe("Nguyễn [missing:]Hòa");
    expect(draw(registry)).toBe("Nguyễn [different:Thị ]Hòa");
  });

  it("written in another way only is not marked", () => {
    expect(draw(differenceOf("HOÀ", "Hòa", "format").record)).toBe("HOÀ");
  });

  it("with nothing in common is different as a whole", () => {
    const { record, registry } = differenceOf("Trần Văn Bình", "Lò Thị Mẩy", "typo");
    expect(draw(record)).toBe("[different:Trần Văn Bình]");
    expect(draw(registry)).toBe("[different:Lò Thị Mẩy]");
  });
});

describe("a date or number", () => {
  it("shows the one digit that differs", () => {
    const { record, registry } = differenceOf("12/08/1985", "12/03/1985", "typo");
    expect(draw(record)).toBe("12/0[letters:8]/1985");
    expect(draw(registry)).toBe("12/0[letters:3]/1985");
  });

  it("behind a mask of another length is not marked where nobody can see", () => {
    const { record, registry } = differenceOf("0720*****7894", "0720****6789", "typo");
    expect([draw(record), draw(registry)]).toEqual(["0720*****7894", "0720****6789"]);
    expect(draw(differenceOf("0720****7894", "0720****6789", "typo").record)).toContain("[");
  });

  it("shows day and month that changed places", () => {
    const { record } = differenceOf("08/12/1985", "12/08/1985", "swapped_date");
    expect(draw(record)).toBe("[swapped:08]/[swapped:12]/1985");
  });

  it("of which only the year is known shows the gap before it", () => {
    const { record, registry } = differenceOf("03/1985", "12/03/1985", "partial_date");
    expect(draw(record)).toBe("[missing:]03/1985");
    expect(draw(registry)).toBe("[different:12/]03/1985");
  });

  it("that is an older number of the same person differs as a whole", () => {
    expect(draw(differenceOf("079185000124", "079185000123", "old_number").record)).toBe(
      "[different:079185000124]",
    );
  });

  it("shows where a zero was lost", () => {
    const { record, registry } = differenceOf("79185000123", "079185000123", "leading_zero");
    expect(draw(record)).toBe("[missing:]79185000123");
    expect(draw(registry)).toBe("[letters:0]79185000123");
  });
});

it("says which side is missing", () => {
  const { record, registry } = differenceOf(null, "079185000123", "missing");
  expect(draw(record)).toBe("[missing:]");
  expect(draw(registry)).toBe("079185000123");
});

it("never loses or adds a letter, whatever the values", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(text, text, fc.constantFrom(...DIFFERENCE_CLASSES), (record, registry, kind) => {
      const { record: left, registry: right } = differenceOf(record, registry, kind);
      const join = (parts: Part[]) => parts.map(({ text: piece }) => piece).join("");
      expect(join(left).normalize("NFC")).toBe(record.normalize("NFC"));
      expect(join(right).normalize("NFC")).toBe(registry.normalize("NFC"));
    }),
  );
});
