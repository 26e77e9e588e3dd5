import { expect, it } from "vitest";
import { parseSex } from "./sex";

// Names that every object has are no words of a list.
it.each(["toString", "constructor", "__proto__", "khac"])("%s is no sex", (text) => {
  expect(parseSex(text)).toEqual({ ok: false, code: "sexUnknown" });
});
