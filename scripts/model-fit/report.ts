import { clopperPearson } from "@/lib/domain/matching/estimate/intervals";
import { IDENTITY_FIELDS, type Level, type MatchModel } from "@/lib/domain/matching/vocabulary";
import { formatNumber, formatPercent } from "@/lib/i18n/format";
import type { Quality } from "./quality";
import { locale, text } from "./say";

/** A share as people read it, with as many decimals as a ceiling of 0.05 % needs. */
export function shareText(share: number): string {
  return formatPercent(share, 4, locale);
}

const NAME_WIDTH = 34;
const WIDTH = 10;

/** One line for each level: weight before and now, share of the name's bits, m, u and pairs. */
export function weightLines(base: MatchModel, model: MatchModel): string[] {
  const titles = [text("was"), text("now"), text("share"), "m", "u", text("seen")];
  const lines = IDENTITY_FIELDS.flatMap((field) =>
    Object.entries(model.fields[field]).map(([name, level]) =>
      row(`${field} · ${name}`, levelCells(level, base.fields[field][name])),
    ),
  );
  return [row(text("levelTitle"), titles), ...lines];
}

function levelCells(level: Level, before: Level | undefined): string[] {
  return [
    before ? formatNumber(before.weight, 1, locale) : "",
    formatNumber(level.weight, 1, locale),
    level.share === undefined ? "" : `×${formatNumber(level.share, 1, locale)}`,
    level.m?.toString() ?? "",
    level.u?.toString() ?? "",
    level.seen === undefined ? "" : formatNumber(level.seen, 0, locale),
  ];
}

function row(title: string, cells: string[]): string {
  return [title.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padStart(WIDTH))]
    .join(" ")
    .trimEnd();
}

interface Named {
  name: string;
  quality: Quality;
}

const CONFIDENCE = 0.95;
const PART_WIDTH = 32;

const MEASURES: readonly [
  "accepted" | "wrong" | "precision" | "recall" | "missed" | "reviewed" | "first",
  (quality: Quality) => string,
][] = [
  ["accepted", ({ accepted }) => formatNumber(accepted, 0, locale)],
  ["wrong", ({ wrong }) => formatNumber(wrong, 0, locale)],
  ["precision", ({ accepted, wrong }) => partText(accepted - wrong, accepted)],
  ["recall", ({ recalled, present }) => partText(recalled, present)],
  ["missed", ({ missed, harmless }) => partText(missed, harmless)],
  ["reviewed", ({ reviewed, usable }) => partText(reviewed, usable)],
  ["first", ({ first, numberless }) => partText(first, numberless)],
];

/** A share with its interval of Clopper and Pearson. */
function partText(part: number, whole: number): string {
  if (whole === 0) return "–";
  const { lower, upper } = clopperPearson(part, whole, CONFIDENCE);
  const bounds = [lower, upper].map((bound) => formatNumber(bound * 100, 3, locale)).join("–");
  return `${formatPercent(part / whole, 3, locale)} (${bounds})`;
}

/** How good the models are, side by side. */
export function qualityLines(models: readonly Named[]): string[] {
  const [first] = models;
  const title = text("qualityTitle", { records: first?.quality.records ?? 0 });
  const heads = models.map(({ name }) => name.padStart(PART_WIDTH)).join(" ");
  const lines = MEASURES.map(([measure, show]) =>
    [
      text(measure).padEnd(50),
      ...models.map(({ quality }) => show(quality).padStart(PART_WIDTH)),
    ].join(" "),
  );
  return [title, `${" ".repeat(50)} ${heads}`, ...lines];
}
