import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Actor, forceOf } from "./actor";
import { FORCES, ROLES, type Role, seesRecords } from "./roles";
import { NO_SCOPE, scopeOf } from "./scope";

function anActor(given: Partial<Actor> = {}): Actor {
  return {
    officerId: "01890000-0000-7000-8000-000000000001",
    username: "a",
    fullName: "Nguyễn Văn Thử",
    role: "police",
    unitId: "12",
    unitPath: "1.12.",
    unitLevel: "commune",
    hamletId: null,
    approver: false,
    ...given,
  };
}

/** Byte by byte, as the database compares paths. */
function inRange(path: string, from: string, to: string): boolean {
  return path >= from && path < to;
}

const id = fc.stringMatching(/^[0-9a-z]{1,6}$/);
const path = fc.array(id, { minLength: 1, maxLength: 4 }).map((ids) => `${ids.join(".")}.`);

describe("the area of an officer", () => {
  it("holds their unit and all below it, and nothing else", () => {
    fc.assert(
      fc.property(path, path, (own, other) => {
        const scope = scopeOf(anActor({ unitPath: own }));
        const inside = inRange(other, scope["app.scope_from"], scope["app.scope_to"]);
        expect(inside).toBe(other.startsWith(own));
      }),
    );
  });

  it("holds everything below, however deep", () => {
    fc.assert(
      fc.property(path, path, (own, below) => {
        const scope = scopeOf(anActor({ unitPath: own }));
        expect(inRange(own + below, scope["app.scope_from"], scope["app.scope_to"])).toBe(true);
      }),
    );
  });

  it("does not hold a neighbour whose id begins alike", () => {
    const scope = scopeOf(anActor({ unitPath: "1.12." }));
    for (const neighbour of ["1.123.", "1.1.", "1.2.", "1.", "11.12."]) {
      expect(inRange(neighbour, scope["app.scope_from"], scope["app.scope_to"])).toBe(false);
    }
  });
});

describe("rows about people", () => {
  test.each(ROLES)("%s", (role: Role) => {
    const scope = scopeOf(anActor({ role }));
    expect([scope["app.record_from"], scope["app.record_to"]]).toEqual(
      seesRecords(role) ? ["1.12.", "1.12/"] : ["", ""],
    );
  });

  it("are those of one hamlet for its team, and nobody's for a team without a hamlet", () => {
    const hamletId = "01890000-0000-7000-8000-000000000009";
    expect(scopeOf(anActor({ role: "hamlet", hamletId }))["app.hamlet"]).toBe(hamletId);
    expect(scopeOf(anActor({ role: "hamlet" }))["app.hamlet"]).toMatch(/^0{8}-/);
  });

  it("are not narrowed to a hamlet for anybody else", () => {
    const hamletId = "01890000-0000-7000-8000-000000000009";
    expect(scopeOf(anActor({ role: "health", hamletId }))["app.hamlet"]).toBe("");
  });
});

test("no scope is empty in every setting that a scope has", () => {
  expect(Object.keys(NO_SCOPE).sort()).toEqual(Object.keys(scopeOf(anActor())).sort());
  expect(Object.values(NO_SCOPE).every((value) => value === "")).toBe(true);
});

test("only those who settle tasks have a force", () => {
  const forces = ROLES.filter((role) => forceOf(anActor({ role })) !== null);
  expect(forces.sort()).toEqual([...FORCES].sort());
  for (const force of FORCES) expect(forceOf(anActor({ role: force }))).toBe(force);
});
