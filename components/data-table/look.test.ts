import { expect, it } from "vitest";
import { readLook, writeLook } from "./look";

const SHOWN = { all: ["code", "year", "due"], usual: ["year", "due"] };

it("takes the address first, then what was kept, then the usual columns", () => {
  const kept = writeLook({ columns: ["code"], density: "compact" });
  const read = (params: Record<string, string | string[]>, cookie?: string) =>
    readLook(params, cookie, SHOWN);
  expect(read({})).toEqual({ columns: ["year", "due"], density: "regular" });
  expect(read({}, kept)).toEqual({ columns: ["code"], density: "compact" });
  expect(read({ cols: "due,code", density: "regular" }, kept)).toEqual({
    columns: ["code", "due"],
    density: "regular",
  });
  expect(read({ cols: ["due", "year"] }, kept)).toEqual({
    columns: ["year", "due"],
    density: "compact",
  });
});

it("is not led astray by what somebody has written into it", () => {
  expect(readLook({ cols: "password", density: "x" }, "_;=", SHOWN)).toEqual({
    columns: ["year", "due"],
    density: "regular",
  });
});
