import { describe, expect, it } from "vitest";
import { type HamletsOfCommune, placeInHamlet, ruleKey } from "./place-in-hamlet";

const hamlets = [
  { id: "a3", name: "Ấp 3" },
  { id: "kp5", name: "Khu phố 5" },
  { id: "dong", name: "Thôn Đông" },
  { id: "dongf", name: "Thôn Đồng" },
];
const rules: HamletsOfCommune["rules"] = new Map([
  [ruleKey("", "to 7"), { id: "r1", hamletId: "kp5" }],
  [ruleKey("2X", "ap 3"), { id: "r2", hamletId: "kp5" }],
  [ruleKey("2X", "ap 4"), { id: "r3", hamletId: null }],
]);
const place = (address: string, fromUnitId = "") =>
  placeInHamlet({ address, fromUnitId }, { hamlets, rules });

describe("a record goes to the hamlet", () => {
  it("that its address names, however it is written", () => {
    for (const address of ["Số 4, ấp 03", "12 AP 3", "Tổ 1, Ấp III, xã A"]) {
      expect(place(address), address).toEqual({ hamletId: "a3", ruleId: null });
    }
    expect(place("Số 8, KP.5")).toEqual({ hamletId: "kp5", ruleId: null });
  });

  it("that a rule says, also against a hamlet of that name", () => {
    expect(place("Tổ 7")).toEqual({ hamletId: "kp5", ruleId: "r1" });
    expect(place("Ấp 3", "2X")).toEqual({ hamletId: "kp5", ruleId: "r2" });
    expect(place("Ấp 3", "2Y")).toEqual({ hamletId: "a3", ruleId: null });
  });
});

it("goes to none where the name lies elsewhere, is nobody's, or may be two", () => {
  expect(place("Ấp 4, Khu phố 5", "2X")).toEqual({ hamletId: "kp5", ruleId: null });
  expect(place("Ấp 4", "2X")).toBeNull();
  expect(place("Ấp 9")).toBeNull();
  expect(place("")).toBeNull();
  expect(place("thon dong")).toBeNull();
  expect(place("Thôn Đồng")).toEqual({ hamletId: "dongf", ruleId: null });
});
