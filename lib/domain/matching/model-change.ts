import { IDENTITY_FIELDS, type IdentityField, type Level, type MatchModel } from "./vocabulary";

/** A level as somebody wants it. */
export interface LevelChange {
  field: IdentityField;
  level: string;
  weight: number;
  harmless: Level["harmless"];
}

export interface ModelChange {
  acceptScore: number;
  acceptMargin: number;
  levels: readonly LevelChange[];
}

/** Thresholds that a proposal may set. */
export const THRESHOLDS = ["acceptScore", "acceptMargin"] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** What differs between two models, as the screen tells it. */
export interface ModelDifferences {
  thresholds: { threshold: Threshold; from: number; to: number }[];
  levels: { field: IdentityField; level: string; from: Level | null; to: Level | null }[];
  /** Anything else: name frequencies, blocking, the prior. */
  other: boolean;
}

/** A difference that begins to be seen through is mended: the record takes the registry's value. */
function changeLevel(level: Level, { weight, harmless }: LevelChange): Level {
  const opened = level.harmless === "never" && harmless !== "never";
  const changed = { ...level, weight, harmless, ...(opened ? { repair: true } : {}) };
  return level.weight === weight ? changed : withoutEstimate(changed);
}

/** The chances that an old weight was estimated from say nothing of one set by hand. */
function withoutEstimate(level: Level): Level {
  const { m: _, u: __, seen: ___, ...rest } = level as Level & Record<"m" | "u" | "seen", unknown>;
  return rest;
}

/**
 * The model with these levels and thresholds, under another version. Levels that it does not have
 * are left out. What was calibrated for the old weights no longer holds, and is dropped.
 */
export function changeModel(model: MatchModel, change: ModelChange, version: string): MatchModel {
  const fields = structuredClone(model.fields) as Record<IdentityField, Record<string, Level>>;
  for (const wanted of change.levels) {
    const levels = fields[wanted.field];
    const present = levels[wanted.level];
    if (present) levels[wanted.level] = changeLevel(present, wanted);
  }
  const { acceptScore, acceptMargin } = change;
  const { calibration: _, ...rest } = model as MatchModel & { calibration?: unknown };
  return { ...rest, version, acceptScore, acceptMargin, fields };
}

/** Text that is equal for equal data, whatever the order of keys. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function levelDifferences(from: MatchModel, to: MatchModel): ModelDifferences["levels"] {
  return IDENTITY_FIELDS.flatMap((field) => {
    const names = new Set([...Object.keys(from.fields[field]), ...Object.keys(to.fields[field])]);
    return [...names].flatMap((level) => {
      const pair = { from: from.fields[field][level] ?? null, to: to.fields[field][level] ?? null };
      return canonical(pair.from) === canonical(pair.to) ? [] : [{ field, level, ...pair }];
    });
  });
}

const KNOWN = ["version", "fields", "calibration", ...THRESHOLDS];

const others = (model: MatchModel) =>
  canonical(
    Object.entries(model)
      .filter(([key]) => !KNOWN.includes(key))
      .sort(),
  );

/** What a version changes beside another. */
export function modelDifferences(from: MatchModel, to: MatchModel): ModelDifferences {
  return {
    thresholds: THRESHOLDS.filter((threshold) => from[threshold] !== to[threshold]).map(
      (threshold) => ({ threshold, from: from[threshold], to: to[threshold] }),
    ),
    levels: levelDifferences(from, to),
    other: others(from) !== others(to),
  };
}

/** Whether two versions would decide alike. */
export function isSameModel(from: MatchModel, to: MatchModel): boolean {
  const { thresholds, levels, other } = modelDifferences(from, to);
  return thresholds.length + levels.length === 0 && !other;
}
