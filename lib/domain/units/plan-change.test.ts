import { describe, expect, it } from "vitest";
import type { UnitChangeRequest } from "./change";
import { type PlanOf, planChange } from "./plan-change";
import type { Unit } from "./unit";

function unit(code: string, given: Partial<Unit> = {}): Unit {
  const id = `1${code}`;
  const level = code.length === 2 ? "province" : "commune";
  return {
    id,
    code,
    name: `Xã ${code}`,
    level,
    parentId: level === "commune" ? "180" : "1",
    validFrom: "2025-07-01",
    validTo: null,
    path: level === "commune" ? `1.180.${id}.` : `1.${id}.`,
    ...given,
  };
}

const ALL = [
  unit("80"),
  unit("79"),
  unit("25459"),
  unit("25465"),
  unit("25500"),
  unit("26734", { parentId: "179" }),
  unit("25999", { validTo: "2026-01-31" }),
];

function of(given: Partial<PlanOf> = {}): PlanOf {
  return {
    units: new Map(ALL.map((one) => [one.id, one])),
    takenIds: new Set(ALL.map((one) => one.id)),
    codes: new Map(ALL.filter((one) => !one.validTo).map((one) => [one.code, one.id])),
    on: "2026-11-26",
    ...given,
  };
}

function planned(request: UnitChangeRequest, given?: Partial<PlanOf>) {
  const result = planChange(request, of(given));
  return result.ok ? result.plan : result.reason;
}

const merge = (units: string[], into: Extract<UnitChangeRequest, { kind: "merge" }>["into"]) =>
  ({ kind: "merge", units, into }) as const;

describe("communes that become one", () => {
  it("go into one of them, which stays as it is", () => {
    expect(planned(merge(["125459", "125465"], { unitId: "125459" }))).toEqual({
      makes: [],
      closes: [{ id: "125465" }],
      steps: [{ old: "125465", new: "125459", relation: "full" }],
      moves: [{ from: "125465", to: "125459" }],
      split: null,
    });
  });

  it("or into a new one, which may have the code of one of them and has an id of its own", () => {
    const plan = planned(merge(["125459", "125465"], { name: "Phường Mới", code: "25465" }));
    expect(plan).toMatchObject({
      makes: [
        { id: "125465-20261126", code: "25465", folded_name: "phuong moi", parent_id: "180" },
      ],
      closes: [{ id: "125459" }, { id: "125465" }],
      moves: [
        { from: "125459", to: "125465-20261126" },
        { from: "125465", to: "125465-20261126" },
      ],
    });
  });

  it.each([
    [
      "a code that another has",
      merge(["125459"], { name: "Xã A", code: "25500" }),
      "changeCodeTaken",
    ],
    ["one alone into itself", merge(["125459"], { unitId: "125459" }), "changeNothing"],
    ["of two provinces", merge(["125459", "126734"], { unitId: "125459" }), "changeProvinces"],
    ["into another province", merge(["125459"], { unitId: "126734" }), "changeProvinces"],
    ["one that is gone", merge(["125999"], { unitId: "125459" }), "changeNotCommunes"],
    ["a province", merge(["180"], { unitId: "125459" }), "changeNotCommunes"],
    ["nobody knows", merge(["1x"], { unitId: "125459" }), "changeNotCommunes"],
  ] as const)("%s: refused", (_, request, reason) => {
    expect(planned(request as UnitChangeRequest)).toBe(reason);
  });
});

describe("another name or province", () => {
  it("is a unit of its own that follows the old one", () => {
    const request = { kind: "rename", unit: "125459", into: { name: "Xã Khác", code: "25459" } };
    expect(planned(request as UnitChangeRequest)).toMatchObject({
      makes: [{ id: "125459-20261126", name: "Xã Khác", parent_id: "180" }],
      moves: [{ from: "125459", to: "125459-20261126" }],
    });
    const same = { ...request, into: { name: "Xã 25459", code: "25459" } };
    expect(planned(same as UnitChangeRequest)).toBe("changeNothing");
  });

  it("keeps names and codes in another province", () => {
    const request = { kind: "province", units: ["125459", "125465"], province: "179" } as const;
    expect(planned({ ...request, units: [...request.units] })).toMatchObject({
      makes: [
        { code: "25459", name: "Xã 25459", parent_id: "179" },
        { code: "25465", parent_id: "179" },
      ],
    });
    expect(planned({ ...request, units: ["125459"], province: "180" })).toBe("changeNothing");
    expect(planned({ ...request, units: ["125459"], province: "125465" })).toBe(
      "changeNotCommunes",
    );
  });

  it("is not made twice on one day, nor before the unit was there", () => {
    const into = { name: "Xã Khác", code: "25459" };
    const request: UnitChangeRequest = { kind: "rename", unit: "125459", into };
    expect(planned(request, { on: "2025-07-01" })).toBe("changeTooEarly");
    const takenIds = new Set(["125459", "125459-20261126"]);
    expect(planned(request, { takenIds })).toBe("changeTooEarly");
  });
});

describe("a commune that is divided", () => {
  const request: UnitChangeRequest = {
    kind: "split",
    unit: "125459",
    parts: [{ name: "Xã Một", code: "25459" }, { unitId: "125465" }],
    heir: 0,
    hamlets: [{ hamlet: "h1", part: 1 }],
  };

  it("ends; what is left of it is a unit of its own, and officers go to the heir", () => {
    expect(planned(request)).toMatchObject({
      closes: [{ id: "125459" }],
      steps: [
        { old: "125459", new: "125459-20261126", relation: "partial" },
        { old: "125459", new: "125465", relation: "partial" },
      ],
      moves: [],
      split: {
        from: "125459",
        around: "180",
        heir: "125459-20261126",
        hamlets: [{ hamlet: "h1", to: "125465" }],
      },
    });
  });

  it("is refused with a part that isn't there, is itself, or is named twice", () => {
    expect(planned({ ...request, heir: 5 })).toBe("changePartUnknown");
    const parts = [{ unitId: "125459" }, { unitId: "125465" }];
    expect(planned({ ...request, parts })).toBe("changeNothing");
    const twice = [{ unitId: "125465" }, { unitId: "125465" }];
    expect(planned({ ...request, parts: twice })).toBe("changeCodeTaken");
  });
});
