import { expect, it } from "vitest";
import { fileSize } from "./file-size";

it("names the unit people use", () => {
  expect(fileSize(20)).toEqual({ unit: "kilobytes", amount: 1 });
  expect(fileSize(4_300)).toEqual({ unit: "kilobytes", amount: 4 });
  expect(fileSize(3 * 1024 * 1024)).toEqual({ unit: "megabytes", amount: 3 });
});
