import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseName, stripMarks } from "@/lib/domain/records/full-name";
import { misreadTwice } from "./damaged-text.fixture";
import { MODEL_V1 } from "./model";
import { GIVEN_BITS, MIDDLE_BITS, SURNAME_BITS } from "./name-frequencies";
import { repairName } from "./name-repair";

const repair = (text: string) => repairName(text, MODEL_V1.textRepairs);

describe("damaged names are read again", () => {
  test.each([
    ["NguyÔn V¨n §øc", "Nguyễn Văn Đức", "tcvn3"],
    ["NGUYÔN ThÞ B×nh", "NGUYỄN Thị Bình", "tcvn3"],
    ["Tr\u00AD¬ng V¨n H\u00ADng", "Trương Văn Hưng", "tcvn3"],
    ["Tr¬ng V¨n Hng", "Trương Văn Hưng", "tcvn3"],
    ["Vò V¨n Thµnh", "Vũ Văn Thành", "tcvn3"],
    ["Nguyeãn Thò Hoøa", "Nguyễn Thị Hòa", "vni_windows"],
    ["VOÕ THÒ SAÙU", "VÕ THỊ SÁU", "vni_windows"],
    ["Ñaëng Vaên Löïc", "Đặng Văn Lực", "vni_windows"],
    ["Nguyá»…n Thá»‹ HÃ²a", "Nguyễn Thị Hòa", "utf8"],
    ["LÃª Thá»‹ HÃ ", "Lê Thị Hà", "utf8"],
    ["Äá»— VÄƒn SÆ¡n", "Đỗ Văn Sơn", "utf8"],
    ["Nguyeenx Thij Hoaf", "Nguyễn Thị Hòa", "telex"],
    ["NGUYEENX VAWN DDUWCS", "NGUYỄN VĂN ĐỨC", "telex"],
    ["Traanf Quoocs Vieetj", "Trần Quốc Việt", "telex"],
    ["Nguyenex Thij Huwowng", "Nguyễn Thị Hương", "telex"],
    ["Nguye6n4 Va8n D9u71c", "Nguyễn Văn Đức", "vni_typing"],
    ["Tra62n Thi5 Hu7o7ng", "Trần Thị Hương", "vni_typing"],
  ])("%s", (text, expected, damage) => {
    expect(repair(text)).toEqual({ text: expected, damage });
  });

  test("twice misread text is read twice", () => {
    expect(repair(misreadTwice("Nguyễn Thị Đào")).text).toBe("Nguyễn Thị Đào");
  });

  test("Eth in the place of Đ is no damage to speak of", () => {
    expect(repair("ÐẶNG VĂN ÐỨC")).toEqual({ text: "ĐẶNG VĂN ĐỨC", damage: null });
  });
});

describe("names that are fine are left alone", () => {
  test.each([
    "Nguyễn Thị Hòa",
    "NGUYEN THI HOA",
    "Nguyen Van Phuc",
    "H'Hen Niê",
    "Ksor Phước",
    "Y Moan Êñuôl",
    "Mlô Hà",
    "Kbuôr Kdăm",
    "Thạch Kim",
    "Nguyễnn Văn Hùng",
    "Vò Hoa",
    "Ng. Thị Hoà",
    "John Smith",
  ])("%s", (text) => {
    expect(repair(text)).toEqual({ text, damage: null });
  });

  test("any name of the frequency tables, in any case, with or without marks", () => {
    fc.assert(
      fc.property(
        aName(),
        fc.constantFrom(asIs, upper, title, stripMarks, decomposed),
        (name, write) => {
          expect(repair(write(name))).toEqual({ text: normaliseName(write(name)), damage: null });
        },
      ),
      { numRuns: 500 },
    );
  });
});

function asIs(name: string): string {
  return name;
}
function upper(name: string): string {
  return name.toUpperCase();
}
function title(name: string): string {
  return name.replace(/(^| )(\p{L})/gu, (_, space, letter) => space + letter.toUpperCase());
}
function decomposed(name: string): string {
  return name.normalize("NFD");
}

function aName(): fc.Arbitrary<string> {
  const word = (table: object) => fc.constantFrom(...Object.keys(table));
  return fc
    .tuple(word(SURNAME_BITS), fc.array(word(MIDDLE_BITS), { maxLength: 2 }), word(GIVEN_BITS))
    .map(([surname, middles, given]) => [surname, ...middles, given].join(" "));
}
