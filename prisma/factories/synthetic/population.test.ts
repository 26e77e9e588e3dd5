import { describe, expect, it } from "vitest";
import { idNumberKind, parseIdNumber, readPersonalNumber } from "@/lib/domain/records/id-number";
import { formatBirthDate, parseBirthDate } from "@/lib/domain/records/partial-date";
import { successorsOf } from "@/lib/domain/units/successors";
import { ancestorAt, buildUnitIndex, findUnit } from "@/lib/domain/units/unit-index";
import { readSuccessors, readUnits } from "@/prisma/data/unit-files";
import { DAMAGE_NAMES } from "./damage/damage-record";
import { DEMONSTRATION } from "./demonstration";
import { generatePopulation, type SyntheticPerson } from "./population";
import type { SyntheticRecord } from "./records";

const index = buildUnitIndex(readUnits(), readSuccessors());

const OPTIONS = { people: 30_000, records: 20_000, seed: 7, profile: "march-2022" } as const;
const population = generatePopulation(OPTIONS);
const people = [...population.people];
const records = [...population.records];
const byId = new Map(people.map((person) => [person.personId, person]));

type Compared = Pick<SyntheticPerson, "fullName" | "birthDate" | "sex" | "idNumber">;

/** The official comparison taken literally: four texts, the date as dd/MM/yyyy. */
function strictKey({ fullName, birthDate, sex, idNumber }: Compared): string {
  const date = parseBirthDate(birthDate);
  return [fullName, date.ok ? formatBirthDate(date.value) : birthDate, sex, idNumber].join("|");
}

function share(of: readonly SyntheticRecord[], holds: (record: SyntheticRecord) => boolean) {
  return of.filter(holds).length / of.length;
}

function unusable({ idNumber }: SyntheticRecord): boolean {
  const read = parseIdNumber(idNumber);
  return !read.ok || idNumberKind(read.value) === "unusable";
}

describe("profile march-2022", () => {
  const registry = new Set(people.map(strictKey));

  it("fails a strict comparison of the four fields in 26 % of the records", () => {
    expect(share(records, (record) => !registry.has(strictKey(record)))).toBeCloseTo(0.26, 3);
  });

  it("fails it in as many when dates are compared as they are written", () => {
    const raw = ({ fullName, birthDate, sex, idNumber }: Compared) =>
      [fullName, birthDate, sex, idNumber].join("|");
    const asWritten = new Set(people.map(raw));
    expect(share(records, (record) => !asWritten.has(raw(record)))).toBeCloseTo(0.26, 3);
  });

  it("has no usable number in 4.6 %, and people outside the registry in 3 %", () => {
    expect(share(records, unusable)).toBeCloseTo(0.046, 3);
    expect(share(records, ({ truth }) => truth.personId === null)).toBeCloseTo(0.03, 3);
    expect(share(records, ({ truth }) => truth.damage.includes("foreign"))).toBeCloseTo(0.004, 3);
  });

  it("has a second record of some people", () => {
    const known = records.flatMap(({ truth }) => (truth.personId ? [truth.personId] : []));
    const doubled = known.length - new Set(known).size;
    expect(doubled / records.length).toBeCloseTo(0.005, 3);
    expect(records.filter(({ truth }) => truth.damage.includes("duplicate"))).toHaveLength(doubled);
  });

  it("shows every kind of damage, alone and together", () => {
    const seen = new Set(records.flatMap(({ truth }) => truth.damage));
    expect(DAMAGE_NAMES.filter((name) => !seen.has(name))).toEqual([]);
    expect(share(records, ({ truth }) => truth.damage.length > 1)).toBeGreaterThan(0.05);
  });

  it("never names a damage that left no trace, nor leaves one unnamed", () => {
    const silent = records.filter((record) => {
      const person = byId.get(record.truth.personId ?? "");
      if (!person) return false;
      const strictly = record.truth.damage.some((d) => /^(name|date|sex|number)_/.test(d));
      return strictly === (strictKey(record) === strictKey(person));
    });
    expect(silent).toEqual([]);
  });

  it("tells no lie about the person: someone outside shares no number with the registry", () => {
    const numbers = new Set(people.flatMap(({ idNumber, oldIds }) => [idNumber, ...oldIds]));
    const outside = records.filter(
      ({ truth: { personId, damage } }) =>
        personId === null && !damage.some((name) => name.startsWith("number_")),
    );
    expect(outside.length).toBeGreaterThan(500);
    expect(outside.filter(({ idNumber }) => numbers.has(idNumber))).toEqual([]);
  });
});

describe("the registry", () => {
  it("has as many people as asked for, each with numbers of their own", () => {
    expect(people).toHaveLength(OPTIONS.people);
    const numbers = people.flatMap(({ idNumber, oldIds }) => [idNumber, ...oldIds]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("has numbers that tell sex and year, but for the few issued wrongly", () => {
    const wrong = people.filter(({ idNumber, sex, birthDate }) => {
      const said = readPersonalNumber(idNumber);
      return said.year !== Number(birthDate.slice(-4)) || (said.sex === "male") !== (sex === "Nam");
    });
    expect(people.every(({ idNumber }) => idNumberKind(idNumber) === "personal")).toBe(true);
    expect(wrong.length / people.length).toBeGreaterThan(0.0005);
    expect(wrong.length / people.length).toBeLessThan(0.004);
  });

  it("has old numbers for grown-ups of the CMND's time only", () => {
    const cmnds = people.filter(({ oldIds }) => oldIds.some((id) => id.length === 9));
    expect(cmnds.length / people.length).toBeGreaterThan(0.5);
    expect(Math.max(...cmnds.map(({ birthDate }) => Number(birthDate.slice(-4))))).toBe(2003);
  });

  it("has every third person or more named Nguyễn, and rare names too", () => {
    const nguyen = people.filter(({ fullName }) => fullName.startsWith("Nguyễn ")).length;
    expect(nguyen / people.length).toBeGreaterThan(0.3);
    expect(nguyen / people.length).toBeLessThan(0.42);
    expect(new Set(people.map(({ fullName }) => fullName)).size).toBeGreaterThan(15_000);
    expect(people.every(({ fullName }) => fullName === fullName.normalize("NFC"))).toBe(true);
    expect(people.some(({ fullName }) => /^H' ?\p{L}/u.test(fullName))).toBe(true);
    expect(people.some(({ fullName }) => !fullName.includes(" "))).toBe(true);
    expect(people.filter(({ birthDate }) => birthDate.length === 4).length).toBeGreaterThan(50);
  });

  it("has those who are easily taken for each other", () => {
    const pairs = neighbours(people);
    const sameName = pairs.filter(([a, b]) => a.fullName === b.fullName && a.address === b.address);
    expect(sameName.length).toBeGreaterThan(5);
    const twins = pairs.filter(([a, b]) => a.birthDate === b.birthDate && a.address === b.address);
    expect(twins.length).toBeGreaterThan(50);
  });
});

/** Everyone with the three who follow in the registry: a household stands together. */
function neighbours(list: readonly SyntheticPerson[]): [SyntheticPerson, SyntheticPerson][] {
  return list.flatMap((one, at) =>
    list.slice(at + 1, at + 4).map((other): [SyntheticPerson, SyntheticPerson] => [one, other]),
  );
}

describe("places", () => {
  it("are today's for people and those of 2022 for records, and agree", () => {
    for (const { communeCode, truth } of records) {
      const person = byId.get(truth.personId ?? "");
      if (!person || truth.damage.some((name) => name.startsWith("commune_"))) continue;
      const today = successorsOf(communeCode, index);
      if (today.kind === "unresolved") throw new Error(`no successor of ${communeCode}`);
      const codes = today.kind === "one" ? [today.unit.code] : today.units.map(({ code }) => code);
      expect(codes).toContain(person.communeCode);
    }
  });

  it("are in Tây Ninh and TP. Hồ Chí Minh unless others are named", () => {
    const provinces = new Set(
      people.map(({ communeCode }) => {
        const commune = findUnit(communeCode, "today", index);
        return commune && ancestorAt(commune, "province", index)?.code;
      }),
    );
    expect([...provinces].sort()).toEqual(["79", "80"]);
    const few = generatePopulation({ people: 200, records: 0, seed: 1, communes: ["00004"] });
    expect(new Set([...few.people].map(({ communeCode }) => communeCode))).toEqual(
      new Set(["00004"]),
    );
  });

  it("let a hamlet of a split commune tell the new commune", () => {
    const homes = new Map<string, Set<string>>();
    for (const { communeCode, address, truth } of records) {
      const person = byId.get(truth.personId ?? "");
      const split = successorsOf(communeCode, index).kind === "split";
      if (!person || !split || truth.damage.some((name) => /^(commune|address)_/.test(name)))
        continue;
      const key = `${communeCode} ${address.split(", ").at(-1)}`;
      homes.set(key, (homes.get(key) ?? new Set()).add(person.communeCode));
    }
    expect(homes.size).toBeGreaterThan(50);
    expect([...homes].filter(([, communes]) => communes.size > 1)).toEqual([]);
  });
});

describe("doses", () => {
  it("are none to four, in order, on days of the campaign", () => {
    expect(new Set(records.map(({ doses }) => doses.length))).toEqual(new Set([0, 1, 2, 3, 4]));
    const iso = (date: string) => date.split("/").reverse().join("-");
    for (const { doses } of records) {
      expect(doses.map(({ number }) => number)).toEqual(doses.map((_, at) => at + 1));
      const days = doses.map(({ date }) => iso(date));
      expect(days).toEqual([...days].sort());
      expect(days.every((day) => day >= "2021-03-08" && day < "2023-06-30")).toBe(true);
    }
  });
});

describe("chance", () => {
  const small = { people: 900, records: 300 };
  const texts = (seed: number) => {
    const made = generatePopulation({ ...small, seed });
    return JSON.stringify([[...made.records], [...made.people], [...made.records]]);
  };

  it("gives the same for the same seed, however often and in whatever order it is read", () => {
    expect(texts(3)).toBe(texts(3));
    expect(texts(3)).not.toBe(texts(4));
  });

  it("the clean profile has nothing wrong", () => {
    const clean = generatePopulation({ ...small, seed: 3, profile: "clean" });
    const registry = new Set([...clean.people].map(strictKey));
    for (const record of clean.records) {
      expect(record.truth.damage).toEqual([]);
      expect(registry.has(strictKey(record))).toBe(true);
    }
  });
});

describe("the demonstration", () => {
  const demonstration = generatePopulation(DEMONSTRATION);
  const codes = [...demonstration.records].map(({ communeCode }) => communeCode).filter(Boolean);

  it("lives in its communes of today", () => {
    const lived = new Set([...demonstration.people].map(({ communeCode }) => communeCode));
    expect([...lived].sort()).toEqual([...DEMONSTRATION.communes].sort());
  });

  it("has a few records from split communes and from one that no table resolves", () => {
    const kinds = codes.map((code) => successorsOf(code, index).kind);
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    expect(count("split")).toBeGreaterThan(50);
    expect(count("split")).toBeLessThan(250);
    expect(count("unresolved")).toBeGreaterThan(5);
    expect(count("unresolved")).toBeLessThan(60);
  });
});
