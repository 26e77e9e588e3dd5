import { expect, test } from "vitest";
import { MODEL_V1 } from "../model";
import { nameBits } from "../name-bits";
import { prepareName } from "../prepared-name";
import { NameCounter } from "./term-frequencies";

function counted(names: readonly (readonly [string, number])[]) {
  const counter = new NameCounter();
  for (const [name, times] of names) {
    for (let one = 0; one < times; one++) counter.add(name.toLowerCase().split(" "));
  }
  return counter.frequencies({ fewest: 5, most: 18 });
}

const FEW = counted([
  ["Nguyễn Thị Hoa", 400],
  ["Nguyễn Văn Hùng", 400],
  ["Lê Thị Hoa", 190],
  ["Kpă H'Nhài", 2],
  ["Quách Hoà", 6],
  ["Quách Hòa", 2],
]);

test("a word weighs −log2 of the share of people who bear it in its place", () => {
  expect(FEW.surnames.nguyễn).toBeCloseTo(-Math.log2(800 / 1000), 1);
  expect(FEW.middles.thị).toBeCloseTo(-Math.log2(590 / 1000), 1);
  expect(FEW.givens.hoa).toBeCloseTo(-Math.log2(590 / 1000), 1);
});

test("two ways to place a tone are one word, written the commoner way", () => {
  expect(FEW.givens.hòa).toBeUndefined();
  expect(FEW.givens.hoà).toBeCloseTo(-Math.log2(8 / 1000), 0);
});

test("rare words share a default that is rarer than every word with a line", () => {
  expect(FEW.surnames.kpă).toBeUndefined();
  expect(FEW.otherSurname).toBeGreaterThan(Math.max(...Object.values(FEW.surnames)));
  expect(FEW.otherSurname).toBeLessThan(11);
});

test("a whole name weighs the sum of its words and never more than the most", () => {
  const bits = (name: string) => {
    const prepared = prepareName(name, MODEL_V1);
    return prepared ? nameBits(prepared, FEW) : 0;
  };
  expect(bits("Nguyễn Thị Hoa")).toBeCloseTo(
    (FEW.surnames.nguyễn ?? 0) + (FEW.middles.thị ?? 0) + (FEW.givens.hoa ?? 0),
    5,
  );
  expect(bits("Kpă Ksor Y Nhài")).toBe(18);
});
