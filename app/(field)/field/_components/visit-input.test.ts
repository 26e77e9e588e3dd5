import { describe, expect, it } from "vitest";
import { readVisit } from "./visit-input";

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

describe("a visit as it was typed", () => {
  it("is read by the portal's own rules", () => {
    const typed = { kind: "found", how: "phone", birthDate: "5/9/1985", note: " Nhà số 3 " };
    expect(readVisit(formOf(typed), "2026-11-26")).toEqual({
      ok: true,
      result: {
        kind: "found",
        how: "phone",
        day: "2026-11-26",
        values: { birthDate: "05/09/1985" },
        note: "Nhà số 3",
        close: false,
      },
    });
  });

  it("says at the door what the portal would refuse", () => {
    const read = readVisit(formOf({ kind: "found", idNumber: "07908500123" }), null);
    expect(read).toMatchObject({ ok: false, problems: { idNumber: { code: "idNumberLength" } } });
    expect(readVisit(formOf({ note: "x" }), null)).toMatchObject({
      ok: false,
      problems: { kind: { code: "resultMissing" } },
    });
  });

  it("takes values only of whom was met", () => {
    const read = readVisit(formOf({ kind: "moved", idNumber: "1", close: "on" }), null);
    expect(read).toMatchObject({ ok: true, result: { values: {}, close: true } });
  });
});
