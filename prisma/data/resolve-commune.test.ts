import { describe, expect, it } from "vitest";
import {
  type CommuneAsNamed,
  communeResolver,
  resolveCommune,
} from "@/lib/domain/units/resolve-commune";
import type { Unit } from "@/lib/domain/units/unit";
import { ancestorAt, buildUnitIndex, unitsOf } from "@/lib/domain/units/unit-index";
import { foldUnitName } from "@/lib/domain/units/unit-name";
import { readSuccessors, readUnits } from "./unit-files";

const index = buildUnitIndex(readUnits(), readSuccessors());
const past = unitsOf("past", "commune", index);
const today = unitsOf("today", "commune", index);

const IN_2022 = "2022-03-01";
const IN_2026 = "2026-11-23";

function namesOf(commune: Unit, date: string): CommuneAsNamed {
  return {
    provinceName: ancestorAt(commune, "province", index)?.name ?? null,
    districtName: ancestorAt(commune, "district", index)?.name ?? null,
    communeName: commune.name,
    communeCode: null,
    date,
  };
}

function ask(provinceName: string, districtName: string, communeName: string) {
  const named = { provinceName, districtName, communeName, communeCode: null, date: IN_2022 };
  return show(resolveCommune(named, index));
}

function show(resolution: ReturnType<typeof resolveCommune>): string {
  if (resolution.kind === "one") return resolution.unit.code;
  if (resolution.kind === "none") return `none: ${resolution.level}`;
  return `many: ${resolution.units.map(({ code }) => code).join(" ")}`;
}

describe("every commune", () => {
  it("of 2022 is found by its own name and its parents'", () => {
    const wrong = past.filter((c) => show(resolveCommune(namesOf(c, IN_2022), index)) !== c.code);
    expect(wrong).toEqual([]);
  });

  it("of today is found by its own name and its province's", () => {
    const wrong = today.filter((c) => show(resolveCommune(namesOf(c, IN_2026), index)) !== c.code);
    expect(wrong).toEqual([]);
  });

  it("of 2022 is found in capitals, and without marks it is at least among those listed", () => {
    const lost = past.filter((commune) => {
      const named = namesOf(commune, IN_2022);
      const loud = { ...named, communeName: commune.name.toUpperCase() };
      const bare = {
        ...named,
        provinceName: foldUnitName(named.provinceName ?? ""),
        districtName: foldUnitName(named.districtName ?? ""),
        communeName: foldUnitName(commune.name),
      };
      return (
        show(resolveCommune(loud, index)) !== commune.code ||
        !show(resolveCommune(bare, index)).includes(commune.code)
      );
    });
    expect(lost).toEqual([]);
  });

  it("without its district is listed for a choice when its province has the name twice", () => {
    const asked = past.map((commune) => ({
      commune,
      found: resolveCommune({ ...namesOf(commune, IN_2022), districtName: "" }, index),
    }));
    const many = asked.flatMap(({ commune, found }) =>
      found.kind === "many" ? [{ commune, units: found.units }] : [],
    );
    const twice = many.filter(
      ({ commune, units }) => units.filter(({ name }) => name === commune.name).length > 1,
    );
    expect(twice).toHaveLength(459);
    // The others are one name in two spellings: "Phường 6" and "Phường 06", "Ayun" and "AYun".
    expect(many).toHaveLength(464);
    expect(many.every(({ commune, units }) => units.includes(commune))).toBe(true);
    expect(asked.filter(({ found }) => found.kind === "one")).toHaveLength(10_599 - 464);
  });
});

describe("names as files write them", () => {
  it.each([
    ["TP. Hồ Chí Minh", "Q.1", "P. Tân Định", "26734"],
    ["TPHCM", "Q1", "Tân Định", "26734"],
    ["thanh pho ho chi minh", "quan 1", "phuong tan dinh", "26734"],
    ["T.P Hồ Chí Minh", "Quận 3", "P.4", "27148"],
    ["Hồ Chí Minh", "Quận 03", "Phường 4", "27148"],
    ["Hồ Chí Minh", "Q3", "P04", "27148"],
    ["Tây Ninh", "TP Tây Ninh", "Phường 03", "25459"],
    ["T. Tây Ninh", "H. Tân Châu", "TT. Tân Châu", "25516"],
    ["Đà Nẵng", "Hải Châu", "Phường Hải Châu 2", "20239"],
    ["Bình Dương", "Bàu Bàng", "Xã Cây Trường 2", "25819"],
    ["Đắc Lắc", "H. Ea Hleo", "Ea H' leo", "24184"],
    ["Hoà Bình", "Thành phố Hoà Bình", "Phường Đồng Tiến", "04804"],
  ])("%s, %s, %s", (...[province, district, commune, code]) => {
    expect(ask(province, district, commune)).toBe(code);
  });

  it("tone placement and i/y make no difference", () => {
    expect(ask("Thanh Hóa", "Hoằng Hóa", "Xã Hoằng Quì")).toBe("15886");
    expect(ask("Thanh Hoá", "Hoằng Hoá", "Hoằng Quỳ")).toBe("15886");
  });

  it("Quận 9 and Quận Thủ Đức are in Thành phố Thủ Đức", () => {
    expect(ask("TP HCM", "Quận 9", "Phường Hiệp Phú")).toBe("26839");
    expect(ask("TP HCM", "Q. Thủ Đức", "P. Linh Tây")).toBe("26818");
  });

  it("a type that has changed since does not hide a commune", () => {
    expect(ask("Tây Ninh", "Thành phố Tây Ninh", "Xã Hiệp Ninh")).toBe("25465");
  });

  it("marks decide where they are written, and are asked for where they are not", () => {
    expect(ask("Lào Cai", "Sa Pa", "Phường Sa Pả")).toBe("03002");
    expect(ask("Lào Cai", "Sa Pa", "Phường Sa Pa")).toBe("03001");
    expect(ask("Lào Cai", "Sa Pa", "Phuong Sa Pa")).toBe("many: 03001 03002");
  });

  it("a town and a commune of one name are told apart by the type, or listed", () => {
    expect(ask("Hà Nội", "Gia Lâm", "TT Yên Viên")).toBe("00526");
    expect(ask("Hà Nội", "Gia Lâm", "Xã Yên Viên")).toBe("00532");
    expect(ask("Hà Nội", "Gia Lâm", "Yên Viên")).toBe("many: 00526 00532");
  });

  it("two districts of one name are both searched", () => {
    expect(ask("Hà Tĩnh", "Kỳ Anh", "Hưng Trí")).toBe("18754");
  });

  it("Quan Sơn is a district, not a quarter named Sơn", () => {
    expect(ask("Thanh Hóa", "Quan Son", "Trung Xuan")).toBe("14995");
  });

  it("say at which level a name is unknown", () => {
    expect(ask("Gia Định", "Quận 1", "Phường 1")).toBe("none: province");
    expect(ask("", "Quận 1", "Phường 1")).toBe("none: province");
    expect(ask("Hồ Chí Minh", "Quận 13", "Phường 1")).toBe("none: district");
    expect(ask("Hồ Chí Minh", "Quận 1", "Phường 99")).toBe("none: commune");
  });

  it("districts are left out today", () => {
    const named = { provinceName: "Tây Ninh", communeName: "P. Tân Ninh", communeCode: null };
    const resolution = resolveCommune({ ...named, districtName: "x", date: IN_2026 }, index);
    expect(show(resolution)).toBe("25459");
  });
});

it("a resolver that remembers gives the same answers", () => {
  const remember = communeResolver(index);
  for (const commune of [...past.slice(0, 50), ...past.slice(0, 50)]) {
    const named = namesOf(commune, IN_2022);
    expect(remember(named)).toEqual(resolveCommune(named, index));
    expect(remember({ ...named, date: IN_2026 })).toEqual(
      resolveCommune({ ...named, date: IN_2026 }, index),
    );
  }
});

describe("a code", () => {
  const coded = (communeCode: string, names: Partial<CommuneAsNamed> = {}) => {
    const none = { provinceName: null, districtName: null, communeName: null };
    return show(resolveCommune({ ...none, communeCode, date: IN_2022, ...names }, index));
  };
  const tanDinh = { provinceName: "TP HCM", districtName: "Quận 1", communeName: "Tân Định" };

  it("is read in the tree of the date, with the zeros that a spreadsheet took", () => {
    expect(coded("26734")).toBe("26734");
    expect(coded("4")).toBe("00004");
    expect(coded("25546", { date: IN_2026 })).toBe("none: commune");
  });

  it("settles what names leave open", () => {
    const names = { provinceName: "Hà Nội", districtName: "Gia Lâm", communeName: "Yên Viên" };
    expect(coded("00532", names)).toBe("00532");
    expect(coded("26734", { ...tanDinh, districtName: "Quận Một" })).toBe("26734");
  });

  it("is listed beside the names that it contradicts", () => {
    expect(coded("26737", tanDinh)).toBe("many: 26734 26737");
    expect(coded("99999", tanDinh)).toBe("26734");
    expect(coded("26737", { ...tanDinh, communeName: "Phường Lạ" })).toBe("none: commune");
  });
});
