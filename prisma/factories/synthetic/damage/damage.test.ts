import { describe, expect, it } from "vitest";
import { foldName } from "@/lib/domain/records/full-name";
import { generatePopulation } from "../population";
import type { Resident } from "../resident";
import { createRng } from "../rng";
import { PHONE_DAMAGE } from "./contact";
import { DATE_CONTENT, DATE_WRITING } from "./dates";
import { NUMBER_DAMAGE, NUMBER_UNUSABLE } from "./id-numbers";
import type { DamageKind } from "./kind";
import { NAME_CONTENT } from "./name-content";
import { NAME_ENCODING } from "./name-encoding";
import { NAME_WRITING } from "./name-writing";

const past = { code: "", provinceCode: "79", provinceName: "", districtName: "", communeName: "" };
const resident: Resident = {
  fullName: "Nguyễn Văn Đức",
  sex: "Nam",
  birth: { year: 1985, month: 3, day: 12, yearOnly: false },
  idNumber: "079085001234",
  oldIds: ["024567890"],
  phone: "0791234567",
  place: { communeCode: "", past, hamlets: [] },
  hamlet: "Ấp 3",
  house: "",
  guardian: null,
  foreign: false,
};

const ALL = [
  ...[NAME_WRITING, NAME_ENCODING, NAME_CONTENT, DATE_CONTENT, DATE_WRITING],
  ...[NUMBER_DAMAGE, NUMBER_UNUSABLE, PHONE_DAMAGE],
].flat();

/** Everything that a kind of damage makes of a value, over many draws. */
function outcomes(name: string, value: string, of: Partial<Resident> = {}): Set<string | null> {
  const kind = ALL.find((each) => each.name === name) as DamageKind;
  const draws = Array.from({ length: 60 }, (_, at) => createRng("damage", name, at));
  return new Set(draws.map((rng) => kind.apply(value, { rng, resident: { ...resident, ...of } })));
}

function always(name: string, value: string, of: Partial<Resident> = {}): string | null {
  const [only, ...others] = [...outcomes(name, value, of)];
  expect(others).toEqual([]);
  return only ?? null;
}

describe("names", () => {
  it.each([
    ["name_tcvn3", "Nguyễn Văn Đức", "NguyÔn V¨n §øc"],
    ["name_tcvn3_u_lost", "Trương Văn Hưng", "Tr¬ng V¨n Hng"],
    ["name_vni_windows", "Nguyễn Văn Đức", "Nguyeãn Vaên Ñöùc"],
    ["name_utf8_as_cp1252", "Nguyễn", "Nguyá»…n"],
    ["name_telex", "Nguyễn Văn Đức", "Nguyeenx Vawn Dduwcs"],
    ["name_vni_typing", "Nguyễn Văn Đức", "Nguye6n4 Va8n D9u7c1"],
    ["name_no_diacritics", "Nguyễn Văn Đức", "Nguyen Van Duc"],
    ["name_tone_place", "Lê Thị Thúy", "Lê Thị Thuý"],
    ["name_tone_place", "Lê Văn Hoà", "Lê Văn Hòa"],
    ["name_i_y", "Lê Mỹ", "Lê Mĩ"],
    ["name_hoi_nga", "Lê Thị Hải", "Lê Thị Hãi"],
    ["name_middle_dropped", "Lê Thị Hoa", "Lê Hoa"],
    ["name_decomposed", "Hà", "Ha\u0300"],
  ])("%s: %s", (name, from, to) => {
    expect(always(name, from)).toBe(to);
  });

  it.each([
    ["name_tone_place", "Nguyễn Văn Quý"],
    ["name_hoi_nga", "Lê Văn Đức"],
    ["name_apostrophe", "Lê Văn Đức"],
    ["name_middle_dropped", "Lê Đức"],
    ["name_telex", "Y Bhim"],
    ["name_order", "Thút"],
  ])("%s leaves %s alone", (name, value) => {
    expect([null, value]).toContain(always(name, value));
  });

  it("names of regions go both ways", () => {
    expect(outcomes("name_regional", "Hoàng")).toEqual(new Set(["Huỳnh"]));
    expect(outcomes("name_regional", "Huỳnh")).toEqual(new Set(["Hoàng"]));
    expect(outcomes("name_regional", "Sang")).toEqual(new Set(["Xang", "San"]));
    expect(outcomes("name_regional", "Linh")).toEqual(new Set(["Ninh"]));
  });

  it("a name only written otherwise keeps its letters", () => {
    for (const name of [
      "name_upper",
      "name_spaces",
      "name_decomposed",
      "name_lower",
      "name_d_bar",
    ]) {
      for (const written of outcomes(name, "Đặng Thị Thúy")) {
        expect(foldName(written ?? "")).toBe("dang thi thuy");
        expect(written).not.toBe("Đặng Thị Thúy");
      }
    }
  });
});

describe("dates", () => {
  it.each([
    ["date_swapped", "03/12/1985"],
    ["date_year_only", "1985"],
    ["date_month_only", "03/1985"],
    ["date_first_january", "01/01/1985"],
    ["date_iso", "1985-03-12"],
    ["date_serial", "31118"],
    ["date_two_digit_year", "12/03/85"],
  ])("%s", (name, to) => {
    expect(always(name, "12/03/1985")).toBe(to);
  });

  it("that can't be swapped or are known by the year only stay as they are", () => {
    const late = { birth: { year: 1985, month: 3, day: 25, yearOnly: false } };
    expect(always("date_swapped", "25/03/1985", late)).toBeNull();
    const yearOnly = { birth: { year: 1940, month: 3, day: 2, yearOnly: true } };
    expect(always("date_day_mistyped", "1940", yearOnly)).toBeNull();
    expect(always("date_first_january", "1940", yearOnly)).toBe("01/01/1940");
  });
});

describe("numbers and phones", () => {
  it.each([
    ["number_zero_lost", "79085001234"],
    ["number_scientific", "7.91E+10"],
    ["number_apostrophe", "'079085001234"],
    ["number_spaces", "079 085 001 234"],
    ["number_letter_o", "O79O85OO1234"],
    ["number_old_cmnd", "024567890"],
    ["number_old_cmnd_zero_lost", "24567890"],
  ])("%s", (name, to) => {
    expect(always(name, resident.idNumber)).toBe(to);
  });

  it("a parent's number is a child's only", () => {
    const guardian = { ...resident, idNumber: "079060009999" };
    expect(always("number_of_parent", "x", { guardian })).toBeNull();
    const birth = { year: 2010, month: 1, day: 2, yearOnly: false };
    expect(always("number_of_parent", "x", { guardian, birth })).toBe("079060009999");
  });

  it("a mistyped number has one digit that differs, and keeps its province", () => {
    for (const typed of outcomes("number_mistyped", resident.idNumber)) {
      const differs = [...(typed ?? "")].filter((digit, at) => digit !== resident.idNumber[at]);
      expect(differs).toHaveLength(1);
      expect(typed?.slice(0, 3)).toBe("079");
    }
  });

  it("phones get the eleven digits of before 2018", () => {
    expect(always("phone_eleven_digits", "0791234567")).toBe("01211234567");
    expect(always("phone_eleven_digits", "0901234567")).toBeNull();
  });
});

it("a household shares phones and addresses", () => {
  const { records } = generatePopulation({
    people: 3000,
    records: 3000,
    seed: 5,
    profile: "clean",
  });
  const phones = new Map<string, number>();
  for (const { phone } of records) phones.set(phone, (phones.get(phone) ?? 0) + 1);
  expect([...phones.values()].filter((count) => count > 1).length).toBeGreaterThan(200);
});
