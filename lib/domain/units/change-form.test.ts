import { expect, it } from "vitest";
import { UnitChangeRequest } from "./change";
import { type ChangeForm, codesIn, readChangeForm } from "./change-form";

const IDS = new Map([
  ["25459", "125459"],
  ["25465", "125465"],
]);

function read(given: Partial<ChangeForm>) {
  const form: ChangeForm = { kind: "merge", from: "25459", into: "", hamlets: {}, ...given };
  return readChangeForm(form, IDS);
}

it("reads codes one a line, and a code with a name as a commune to make", () => {
  expect(read({ from: "25459\n 25465 ", into: "25459" })).toEqual({
    ok: true,
    request: { kind: "merge", units: ["125459", "125465"], into: { unitId: "125459" } },
  });
  expect(read({ into: "25459  Phường Tân Ninh " })).toMatchObject({
    request: { into: { code: "25459", name: "Phường Tân Ninh" } },
  });
  expect(read({ kind: "rename", into: "25459 Xã Mới" })).toMatchObject({
    request: { kind: "rename", unit: "125459", into: { name: "Xã Mới" } },
  });
  expect(read({ kind: "province", into: "179" })).toMatchObject({
    request: { units: ["125459"], province: "179" },
  });
  const hamlets = { h1: 1 };
  expect(read({ kind: "split", into: "25459 Xã Một\n25465", hamlets })).toMatchObject({
    request: {
      parts: [{ name: "Xã Một" }, { unitId: "125465" }],
      hamlets: [{ hamlet: "h1", part: 1 }],
    },
  });
});

it("names the code that nobody has, and leaves what is missing to the schema", () => {
  expect(read({ from: "99999", into: "25459" })).toEqual({ ok: false, unknown: "99999" });
  expect(read({ into: "11111" })).toEqual({ ok: false, unknown: "11111" });
  const none = read({ kind: "rename", into: "" });
  expect(none.ok && UnitChangeRequest.safeParse(none.request).success).toBe(false);
  const form: ChangeForm = { kind: "split", from: "1", into: "2 A\n3", hamlets: {} };
  expect(codesIn(form)).toEqual(["1", "3"]);
});
