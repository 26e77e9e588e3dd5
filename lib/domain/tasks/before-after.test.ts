import { expect, it } from "vitest";
import type { FieldComparison } from "@/lib/domain/matching/vocabulary";
import { beforeAfter } from "./before-after";

const AFTER = {
  fullName: "Nguyễn Thị Hòa",
  birthDate: "02/03/1980",
  sex: "female",
  idNumber: "072180001234",
  phone: "0901234567",
  address: "Ấp 3",
};
const same = (field: FieldComparison["field"]): FieldComparison => ({
  field,
  class: "same",
  level: "same",
  points: 7.25,
  harmless: true,
});
const OF = {
  before: { ...AFTER, fullName: "Nguyễn Thị Hoàn", idNumber: "072180001243", phone: null },
  after: AFTER,
  registry: AFTER,
  comparisons: (["fullName", "birthDate", "sex", "idNumber"] as const).map(same),
  confirmed: false,
};

it("says what was changed from what to what", () => {
  const rows = beforeAfter(OF, "police");
  expect(rows.filter((row) => row.changed).map((row) => row.field)).toEqual([
    "fullName",
    "idNumber",
    "phone",
  ]);
  expect(rows[0]).toMatchObject({
    before: "Nguyễn Thị Hoàn",
    after: "Nguyễn Thị Hòa",
    registry: "Nguyễn Thị Hòa",
  });
});

it("shows no number whole, and neither points nor classes", () => {
  for (const viewer of ["police", "health", null] as const) {
    const shown = JSON.stringify(beforeAfter(OF, viewer));
    for (const number of [AFTER.idNumber, OF.before.idNumber, AFTER.phone]) {
      expect(shown).not.toContain(number);
    }
    expect(shown).not.toMatch(/points|7\.25|class/);
  }
});

it("names to health as equal what agrees with the registry, without its value", () => {
  const [name] = beforeAfter(OF, "health");
  expect(name).toMatchObject({ registry: null, withheld: true, after: "Nguyễn Thị Hòa" });
  const [confirmed] = beforeAfter({ ...OF, confirmed: true }, "health");
  expect(confirmed).toMatchObject({ registry: "Nguyễn Thị Hòa", withheld: false });
});

it("stands without a registry, and where nothing was changed", () => {
  const rows = beforeAfter({ ...OF, before: AFTER, registry: null, comparisons: [] }, "police");
  expect(rows.every((row) => !row.changed && row.registry === null)).toBe(true);
});
