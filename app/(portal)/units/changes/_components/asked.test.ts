import { expect, it } from "vitest";
import { askedOf, partsOf } from "./asked";

it("reads a change from the address, and nothing that isn't one", () => {
  const params = {
    kind: "split",
    from: "25459",
    into: "25459 Xã Một\n\n25465",
    on: "2026-11-26",
    "hamlet.h1": "1",
    "hamlet.h2": "",
    other: "x",
  };
  const asked = askedOf(params);
  expect(asked).toMatchObject({ kind: "split", from: "25459", hamlets: { h1: 1 } });
  expect(partsOf(asked)).toEqual(["25459 Xã Một", "25465"]);
  expect(askedOf({ kind: "x", on: "soon", from: ["1", "2"] })).toEqual({
    kind: "merge",
    from: "",
    into: "",
    on: "",
    notADay: "soon",
    hamlets: {},
  });
});
