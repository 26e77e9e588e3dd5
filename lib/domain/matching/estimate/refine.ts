import { accept, type Parsed, refuse } from "@/lib/domain/records/parsed";
import { getLevel } from "../grade";
import { IDENTITY_FIELDS, type IdentityField, type Level, type MatchModel } from "../vocabulary";
import { byField, tellingLevels } from "./chances";
import type { PatternCount } from "./pattern-count";
import { inOrder, roundedBits, significant } from "./weights";

const ALPHA = 0.5;

/** What people decided beside what the model had expected of the same pairs. */
interface Surprise {
  /** For each level: matches confirmed minus matches expected. */
  levels: Record<IdentityField, Record<string, number>>;
  total: number;
  decided: number;
}

/**
 * A new version of a fitted model after decisions of officers: patterns labelled `match` (the person
 * was confirmed) or `other` (not the same person); patterns without a label say nothing. The pairs that
 * reach an officer are chosen for being doubtful, so their counts are not set against all pairs: of each
 * level only what they were *beyond expectation* moves m and u, as if the labels had been known
 * when the model was fitted. The counts behind the model are the strength of what it knew before.
 * Code: `notFitted` when the model does not say what it was fitted from.
 */
export function refineModel(
  model: MatchModel,
  decided: readonly PatternCount[],
  version: string,
): Parsed<MatchModel> {
  const { fitted } = model;
  if (!fitted) return refuse("notFitted");
  const surprise = surpriseOf(model, decided);
  const pairs = fitted.records * fitted.statedFor;
  const fields = byField((field) => refineField(model, field, { surprise, pairs }));
  const matches = totalSeen(model, "fullName");
  const { calibration: _, version: parent, parent: __, ...rest } = model;
  return accept({
    version,
    parent,
    ...rest,
    prior: roundedBits(model.prior + ratioBits(matches + surprise.total, matches)),
    fields,
    fitted: { ...fitted, decisions: fitted.decisions + surprise.decided },
  });
}

function surpriseOf(model: MatchModel, decided: readonly PatternCount[]): Surprise {
  const levels = byField((field) =>
    Object.fromEntries(tellingLevels(model, field).map((name) => [name, 0])),
  );
  let total = 0;
  let count = 0;
  for (const pattern of decided) {
    if (!pattern.label) continue;
    const beyond = pattern.count * ((pattern.label === "match" ? 1 : 0) - chanceOf(model, pattern));
    total += beyond;
    count += pattern.count;
    for (const field of IDENTITY_FIELDS) {
      const name = pattern.levels[field];
      const known = levels[field][name];
      if (known !== undefined) levels[field][name] = known + beyond;
    }
  }
  return { levels, total, decided: Math.round(count) };
}

/** The chance that the model gives to pairs of a pattern. */
export function chanceOf(model: MatchModel, { levels, band }: PatternCount): number {
  const points = IDENTITY_FIELDS.reduce((sum, field) => {
    const level = getLevel(model, field, levels[field]);
    return sum + level.weight + (level.share ?? 0) * Math.min(band, model.names.most);
  }, model.prior);
  return 1 / (1 + 2 ** -points);
}

function refineField(
  model: MatchModel,
  field: IdentityField,
  { surprise, pairs }: { surprise: Surprise; pairs: number },
): Record<string, Level> {
  const names = tellingLevels(model, field);
  const beyond = surprise.levels[field];
  const seenOf = (name: string) => getLevel(model, field, name).seen ?? 0;
  const after = (name: string) => Math.max(0, seenOf(name) + (beyond[name] ?? 0));
  const whole = names.reduce((sum, name) => sum + seenOf(name) + ALPHA, 0);
  const wholeAfter = names.reduce((sum, name) => sum + after(name) + ALPHA, 0);
  const moved = Object.fromEntries(
    names.map((name) => {
      const level = getLevel(model, field, name);
      const m = (after(name) + ALPHA) / wholeAfter;
      const gain = Math.log2(m) - Math.log2((seenOf(name) + ALPHA) / whole);
      const u = level.u === undefined ? undefined : othersAfter(level.u, beyond[name] ?? 0, pairs);
      const loss = u === undefined ? 0 : ratioBits(u, level.u ?? u);
      const weight = { value: level.weight + gain - loss, precision: after(name) + 1 };
      return [name, { weight, m, u, seen: Math.round(after(name)) }];
    }),
  );
  const weights = inOrder(
    model,
    field,
    mapValues(moved, (one) => one.weight),
  );
  return Object.fromEntries(
    Object.entries(model.fields[field]).map(([name, level]) => {
      const one = moved[name];
      if (!one) return [name, level];
      const shown = { m: significant(one.m), seen: one.seen };
      const u = one.u === undefined ? {} : { u: significant(one.u) };
      return [name, { ...level, weight: weights[name] ?? level.weight, ...shown, ...u }];
    }),
  );
}

/** Pairs of others at a level lose what matches gain; half a pair always stays. */
function othersAfter(u: number, beyond: number, pairs: number): number {
  return Math.min(1, Math.max(0.5, u * pairs - beyond) / pairs);
}

function ratioBits(after: number, before: number): number {
  return before > 0 && after > 0 ? Math.log2(after / before) : 0;
}

function totalSeen(model: MatchModel, field: IdentityField): number {
  return Object.values(model.fields[field]).reduce((sum, level) => sum + (level.seen ?? 0), 0);
}

function mapValues<From, To>(from: Record<string, From>, change: (one: From) => To) {
  return Object.fromEntries(Object.entries(from).map(([name, one]) => [name, change(one)]));
}
