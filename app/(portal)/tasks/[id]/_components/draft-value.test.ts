import { expect, it } from "vitest";
import {
  type CompareRow,
  initialValue,
  settle,
  settleTyped,
} from "@/components/compare/settlement";
import { choicesOf } from "./choices-of";
import { draftOf, heldOf } from "./draft-value";

const row = (field: CompareRow["field"], record: string, registry: string): CompareRow => ({
  field,
  record,
  registry,
  class: record === registry ? "same" : "typo",
  harmless: record === registry,
});
const name = row("fullName", "Nguyễn Thị Hoa", "Nguyễn Thị Hòa");
const date = row("birthDate", "12/08/1985", "12/03/1985");
const rows = [name, date];

const held = {
  value: {
    ...initialValue(rows),
    fullName: settle(name, "registry"),
    birthDate: settleTyped(date, "13/03/1985"),
  },
  contact: { phone: "0912345678" },
};

it("a draft brings the form back as it was", () => {
  expect(heldOf(draftOf(held, rows, "p1"), rows)).toEqual(held);
});

it("a side that was taken is that side as it is now; what was typed stays as typed", () => {
  const later = [
    { ...name, registry: "Nguyễn Thị Hoà" },
    { ...date, registry: "13/03/1986" },
  ];
  const { value } = heldOf(draftOf(held, rows, "p1"), later);
  expect(value.fullName).toEqual({ choice: "registry", value: "Nguyễn Thị Hoà" });
  expect(value.birthDate).toEqual({ choice: "edit", value: "13/03/1985" });
});

it("sends sides by name, since what is shown may be masked, and texts as typed", () => {
  expect(choicesOf(held.value, held.contact)).toEqual({
    fullName: { choice: "registry" },
    birthDate: { choice: "edit", value: "13/03/1985" },
    phone: { choice: "edit", value: "0912345678" },
  });
});
