import { describe, expect, it } from "vitest";
import { ADDRESS_DAMAGE, PHONE_DAMAGE } from "@/prisma/factories/synthetic/damage/contact";
import { DAMAGE_NAMES } from "@/prisma/factories/synthetic/damage/damage-record";
import { DATE_CONTENT, DATE_WRITING } from "@/prisma/factories/synthetic/damage/dates";
import { NUMBER_DAMAGE, NUMBER_UNUSABLE } from "@/prisma/factories/synthetic/damage/id-numbers";
import { NAME_CONTENT } from "@/prisma/factories/synthetic/damage/name-content";
import { NAME_ENCODING } from "@/prisma/factories/synthetic/damage/name-encoding";
import { NAME_WRITING } from "@/prisma/factories/synthetic/damage/name-writing";
import { SEX_DAMAGE } from "@/prisma/factories/synthetic/damage/sexes";
import {
  comparedWords,
  DAMAGE_WORDS,
  damageWord,
  hasUsableNumber,
  isHarmless,
  saysLess,
} from "./damage-words";

/** Where the person stands in the list; made outside the lists of damage. */
const CIRCUMSTANCES = "foreign not_in_registry duplicate commune_missing commune_elsewhere".split(
  " ",
);

const names = (kinds: { name: string }[]) => kinds.map(({ name }) => name);
const effects = (kinds: { name: string }[]) =>
  new Set(names(kinds).map((word) => damageWord(word).effect));

describe("the table of words", () => {
  it("judges every kind of damage that the generator makes, and nothing else", () => {
    expect([...DAMAGE_WORDS.keys()].sort()).toEqual([...DAMAGE_NAMES, ...CIRCUMSTANCES].sort());
  });

  it("puts each word on the field that it damages", () => {
    const fields = [
      NAME_WRITING,
      NAME_ENCODING,
      NAME_CONTENT,
      DATE_CONTENT,
      DATE_WRITING,
      SEX_DAMAGE,
    ];
    for (const { name, field } of [...fields, NUMBER_DAMAGE, NUMBER_UNUSABLE].flat()) {
      expect(damageWord(name).field, name).toBe(field);
    }
    expect(comparedWords(names([...PHONE_DAMAGE, ...ADDRESS_DAMAGE]))).toEqual([]);
  });

  it("follows the generator's own groups", () => {
    expect(effects(NAME_WRITING)).toEqual(new Set(["format", "harmless"]));
    expect(effects(NAME_ENCODING)).toEqual(new Set(["harmless"]));
    expect(effects(NAME_CONTENT)).toEqual(new Set(["alone", "other"]));
    expect(effects(DATE_WRITING)).toEqual(new Set(["format"]));
    expect(effects(NUMBER_UNUSABLE)).toEqual(new Set(["less"]));
    expect(effects(NUMBER_DAMAGE).has("less")).toBe(false);
  });

  it("does not guess about a word that it doesn't know", () => {
    expect(() => isHarmless(["name_upside_down"])).toThrow("name_upside_down");
  });
});

describe("a record is harmless", () => {
  it.each([
    ["name_upper", true],
    ["name_tcvn3|number_zero_lost", true],
    ["name_hoi_nga", true],
    ["name_hoi_nga|date_iso|number_spaces", true],
    ["date_swapped|phone_missing|commune_elsewhere", true],
    ["date_swapped|name_upper", true],
    ["name_hoi_nga|date_swapped", false],
    ["name_hoi_nga|number_old_cmnd", false],
    ["date_swapped|name_abbreviated", false],
    ["name_upper|sex_missing", false],
    ["name_upper|number_missing", false],
    ["number_of_parent", false],
    ["name_regional", false],
    ["phone_missing", false],
    ["", false],
  ])("%s: %s", (words, harmless) => {
    expect(isHarmless(words.split("|").filter(Boolean))).toBe(harmless);
  });
});

describe("a number can be used", () => {
  it.each([
    ["number_old_cmnd", true],
    ["number_mistyped", true],
    ["number_of_parent|name_upper", true],
    ["", true],
    ["number_scientific", false],
    ["number_words|name_upper", false],
    ["foreign", false],
  ])("%s: %s", (words, usable) => {
    expect(hasUsableNumber(words.split("|").filter(Boolean))).toBe(usable);
  });
});

describe("a record says less", () => {
  it.each([
    ["date_year_only", true],
    ["sex_missing|name_upper", true],
    ["date_missing|name_typo", false],
    ["number_missing", false],
    ["name_upper", false],
  ])("%s: %s", (words, less) => {
    expect(saysLess(words.split("|"))).toBe(less);
  });
});
