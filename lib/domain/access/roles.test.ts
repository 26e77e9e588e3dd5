import { describe, expect, it, test } from "vitest";
import {
  CREATES,
  canDo,
  FORCES,
  PERMISSIONS,
  type Permission,
  ROLE_LEVELS,
  ROLES,
  type Role,
  seesRecords,
} from "./roles";

const permissions = Object.keys(PERMISSIONS) as Permission[];
const of = (role: Role) => permissions.filter((permission) => canDo(role, permission));

describe("who may do what", () => {
  test.each(ROLES)("%s may do what the table lists for it, and nothing else", (role) => {
    const listed = permissions.filter((one) =>
      (PERMISSIONS[one] as readonly Role[]).includes(role),
    );
    expect(of(role)).toEqual(listed);
    expect(listed).not.toEqual([]);
  });

  // Three promises that no line added to the table may break.
  test.each(["admin", "leader", "auditor"] as const)("%s never reaches a person's data", (role) => {
    expect(seesRecords(role)).toBe(false);
    const personal =
      /^(record|task|import|match|handover|publication|registry|residence|model|report):/;
    expect(of(role).filter((permission) => personal.test(permission))).toEqual([]);
  });

  test("whoever works on anything about people sees records", () => {
    const working = /^(task|import|match|handover|publication|registry|residence|model|report):/;
    for (const role of ROLES) {
      if (of(role).some((permission) => working.test(permission))) {
        expect(seesRecords(role), role).toBe(true);
      }
    }
  });

  test("each force has its own work: police verify, health corrects", () => {
    const owners = (permission: Permission) => ROLES.filter((role) => canDo(role, permission));
    expect(owners("task:verify")).toEqual(["police"]);
    expect(owners("handover:sign")).toEqual(["police"]);
    expect(owners("task:correct")).toEqual(["health"]);
    expect(owners("handover:receive")).toEqual(["health"]);
    expect(owners("task:claim").sort()).toEqual([...FORCES].sort());
    // Coordinators open what they approve, and give that back.
    expect(owners("task:release").sort()).toEqual(["coordinator", ...FORCES].sort());
  });

  test("only auditors and administrators read the log", () => {
    expect(ROLES.filter((role) => canDo(role, "audit:read"))).toEqual(["admin", "auditor"]);
  });
});

describe("who creates whom", () => {
  it("is nobody without the permission to create", () => {
    for (const role of ROLES) {
      expect(CREATES[role].length > 0, role).toBe(canDo(role, "officer:create"));
    }
  });

  it("never lets anybody but an administrator make an administrator or an auditor", () => {
    for (const role of ROLES.filter((one) => one !== "admin")) {
      expect(CREATES[role]).not.toContain("admin");
      expect(CREATES[role]).not.toContain("auditor");
    }
  });

  it("reaches every role", () => {
    expect([...new Set(ROLES.flatMap((role) => CREATES[role]))].sort()).toEqual([...ROLES].sort());
  });
});

test("forces sit in communes, and no role exists nowhere", () => {
  for (const force of FORCES) expect(ROLE_LEVELS[force]).toEqual(["commune"]);
  for (const role of ROLES) expect(ROLE_LEVELS[role].length).toBeGreaterThan(0);
});
