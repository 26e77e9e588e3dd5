import { expect, it } from "vitest";
import { fieldErrors } from "./result";

it("has sentences for fields only after a refusal that names them", () => {
  expect(fieldErrors(null)).toEqual({});
  expect(fieldErrors({ ok: true, message: "ok" })).toEqual({});
  expect(fieldErrors({ ok: false, code: "RULE", message: "no" })).toEqual({});
  const refused = { ok: false, code: "INVALID", message: "no", fields: { name: "why" } } as const;
  expect(fieldErrors(refused)).toEqual({ name: "why" });
});
