import { describe, expect, it, test } from "vitest";
import type { Force } from "@/lib/domain/access/roles";
import {
  CONTACT_FIELDS,
  CORRECTABLE,
  changedFields,
  type FieldSources,
  IDENTITY_FIELDS,
  mayCorrect,
} from "./field-policy";

const VALUES = {
  fullName: "Nguyễn Thị Hòa",
  birthDate: "12/03/1985",
  sex: "female",
  idNumber: "079185001234",
};
const sources = (given: Partial<FieldSources> = {}): FieldSources => ({
  current: { ...VALUES, fullName: "Nguyễn Thị Hoàn" },
  registry: VALUES,
  sameNumber: true,
  ...given,
});
const refused = (reason: string) => ({ ok: false, reason });
const allowed = (source: string) => ({ ok: true, source });

describe.each(IDENTITY_FIELDS)("who somebody is: %s", (field) => {
  const own = { field, to: VALUES[field] };
  const typed = { field, to: "khác" };

  it("may become the registry's own value at the station, when the number is the same", () => {
    expect(mayCorrect("health", own, sources())).toEqual(allowed("registry"));
  });

  it("needs police when the number is another's, or nobody was chosen", () => {
    const other = sources({ sameNumber: false });
    expect(mayCorrect("health", own, other)).toEqual(refused("identityNeedsPolice"));
    const nobody = sources({ registry: undefined });
    expect(mayCorrect("health", own, nobody)).toEqual(refused("identityNeedsPolice"));
  });

  it("needs police when it was typed by hand", () => {
    expect(mayCorrect("health", typed, sources())).toEqual(refused("identityNeedsPolice"));
  });

  it("may become what police confirmed, whatever the registry says", () => {
    const confirmed = sources({ confirmed: { [field]: "khác" }, sameNumber: false });
    expect(mayCorrect("health", typed, confirmed)).toEqual(allowed("police"));
  });

  it("stays closed to what police did not confirm", () => {
    const confirmed = sources({ confirmed: { ...VALUES, [field]: "xác nhận" }, sameNumber: false });
    expect(mayCorrect("health", typed, confirmed)).toEqual(refused("identityNeedsPolice"));
  });

  it("is what police say", () => {
    expect(mayCorrect("police", typed, sources())).toEqual(allowed("police"));
    expect(mayCorrect("hamlet", typed, sources())).toEqual(refused("identityNeedsPolice"));
  });

  it("is taken away by police only", () => {
    const none = { field, to: null };
    expect(mayCorrect("health", none, sources())).toEqual(refused("identityNeedsPolice"));
    const confirmed = sources({ confirmed: { [field]: null } });
    expect(mayCorrect("health", none, confirmed)).toEqual(allowed("police"));
  });
});

describe.each(CONTACT_FIELDS)("how somebody is reached: %s", (field) => {
  test.each<[Force, object]>([
    ["health", allowed("health")],
    ["hamlet", allowed("health")],
    ["police", refused("contactIsHealth")],
  ])("by %s", (force, answer) => {
    expect(mayCorrect(force, { field, to: "0901234567" }, sources())).toEqual(answer);
    expect(mayCorrect(force, { field, to: null }, sources())).toEqual(answer);
  });
});

describe("changed fields", () => {
  it("are those whose value would be another, in the order of the screen", () => {
    const wanted = { address: "Ấp 3", idNumber: VALUES.idNumber, fullName: VALUES.fullName };
    expect(changedFields(sources().current, wanted)).toEqual(["fullName", "address"]);
  });

  it("take none and nothing for the same", () => {
    expect(changedFields({ phone: null }, { phone: null, address: null })).toEqual([]);
    expect(changedFields({}, { phone: null })).toEqual([]);
    expect(changedFields({ phone: "0901234567" }, { phone: null })).toEqual(["phone"]);
  });

  it("leave alone what nobody chose", () => {
    expect(changedFields(VALUES, {})).toEqual([]);
  });
});

test("a field belongs to one side only", () => {
  expect([...IDENTITY_FIELDS, ...CONTACT_FIELDS]).toEqual([...CORRECTABLE]);
  expect(new Set(CORRECTABLE).size).toBe(CORRECTABLE.length);
});
