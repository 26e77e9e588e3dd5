import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const TOKEN = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;

type Tokens = Record<string, string>;

/** The colours of one theme by token. */
function tokensOf(theme: 1 | 2): Tokens {
  const all = [...css.matchAll(TOKEN)].map((match) => ({
    name: match[1],
    colour: match[theme + 1],
  }));
  return Object.fromEntries(all.map(({ name, colour }) => [name, colour]));
}

/** Relative luminance of #rrggbb, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["paper", "surface", "raised", "hover"];
const TONES = ["info", "waiting", "settled", "danger"];

/** Pairs of text and ground that are seen together, with the contrast each needs. */
const PAIRS: [text: string, ground: string, least: number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ["ink", ground, 7],
    ["quiet", ground, 4.5],
    ["action", ground, 4.5],
  ]),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, "surface", 4.5],
    [tone, `${tone}-soft`, 4.5],
    ["ink", `${tone}-soft`, 7],
  ]),
  ["action", "action-soft", 4.5],
  ["ink", "action-soft", 7],
  ["on-action", "action", 4.5],
  ["on-action", "action-strong", 4.5],
  ["on-danger", "danger", 4.5],
  ["on-danger", "danger-strong", 4.5],
  ["edge", "surface", 3],
  ["edge", "paper", 3],
];

describe.each([
  ["light", 1],
  ["dark", 2],
] as const)("the %s theme", (_, theme) => {
  const tokens = tokensOf(theme);
  it.each(PAIRS)("shows %s on %s with a contrast of %d or more", (text, ground, least) => {
    expect(contrast(tokens[text] ?? "", tokens[ground] ?? "")).toBeGreaterThanOrEqual(least);
  });
});

it("measures black on white as 21", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});
