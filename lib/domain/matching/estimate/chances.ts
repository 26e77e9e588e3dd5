import { getLevel } from "../grade";
import { IDENTITY_FIELDS, type IdentityField, type Level, type MatchModel } from "../vocabulary";

/** For each field the chance of each level that says something; neutral levels are left out. */
export type Chances = Record<IdentityField, Record<string, number>>;

/** A missing or unusable value says nothing: it would be missing whoever the person is. */
export function isNeutral(level: Level): boolean {
  return level.class === "missing";
}

/** The telling levels of a field, in the model's order. */
export function tellingLevels(model: MatchModel, field: IdentityField): string[] {
  return Object.keys(model.fields[field]).filter(
    (name) => !isNeutral(getLevel(model, field, name)),
  );
}

export function shareOf(model: MatchModel, field: IdentityField, level: string): number {
  return getLevel(model, field, level).share ?? 0;
}

/** Something for every field. */
export function byField<Value>(
  make: (field: IdentityField) => Value,
): Record<IdentityField, Value> {
  return Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, make(field)])) as Record<
    IdentityField,
    Value
  >;
}

/**
 * Shares of counts with `alpha` added to each (a symmetric Dirichlet prior): what was never seen is
 * rare, not impossible.
 */
export function smoothed(counts: Record<string, number>, alpha: number): Record<string, number> {
  const names = Object.keys(counts);
  const total = names.reduce((sum, name) => sum + (counts[name] ?? 0) + alpha, 0);
  return Object.fromEntries(names.map((name) => [name, ((counts[name] ?? 0) + alpha) / total]));
}
