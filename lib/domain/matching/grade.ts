import {
  type FieldComparison,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
} from "./vocabulary";

interface Graded {
  field: IdentityField;
  name: string;
  level: Level;
  points: number;
}

/** The level of each field at which a record and a person agree. */
export type FieldLevels = Record<IdentityField, string>;

/** The part of a model that says what levels are worth. */
export type Weights = Pick<MatchModel, "version" | "fields">;

/**
 * What levels are worth, each judged in the company of the other three. `bits`: of the person's name.
 * @throws for a level that the model does not know
 */
export function gradeLevels(levels: FieldLevels, bits: number, model: Weights): FieldComparison[] {
  const graded = IDENTITY_FIELDS.map((field) => grade(field, levels[field], { model, bits }));
  return graded.map((one) => ({
    field: one.field,
    class: one.level.class,
    level: one.name,
    points: one.points,
    harmless: isHarmless(one, graded),
  }));
}

function grade(
  field: IdentityField,
  name: string,
  { model, bits }: { model: Weights; bits: number },
): Graded {
  const level = getLevel(model, field, name);
  const points = Math.round((level.weight + (level.share ?? 0) * bits) * 10) / 10;
  return { field, name, level, points };
}

/** The model's entry for a level. @throws when the model does not know the level. */
export function getLevel(model: Weights, field: IdentityField, name: string): Level {
  const level = model.fields[field][name];
  if (!level) throw new Error(`model ${model.version} has no level ${field}.${name}`);
  return level;
}

function isHarmless(one: Graded, all: Graded[]): boolean {
  switch (one.level.harmless) {
    case "always":
      return true;
    case "never":
      return false;
    case "others_agree":
      return othersAgree(one, all);
    case "number_exact":
      return othersAgree(one, all) && all.some((g) => g.field === "idNumber" && g.name === "same");
  }
}

/** Two conditional differences never excuse each other: the others must be harmless by themselves. */
function othersAgree(one: Graded, all: Graded[]): boolean {
  return all.every((other) => other === one || other.level.harmless === "always");
}
