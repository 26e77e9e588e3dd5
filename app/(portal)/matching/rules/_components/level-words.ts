import {
  DIFFERENCE_CLASSES,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
} from "@/lib/domain/matching/vocabulary";
import { getTranslator } from "@/lib/i18n/server";

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

export type LevelWord = (field: IdentityField, level: string) => string;

/**
 * Words of a level, from the same texts as the explanation of a task. A level of a later model that has
 * no words yet goes by its name.
 */
export async function levelWord(): Promise<LevelWord> {
  const t = await getTranslator("matching.explain");
  return (field, level) => {
    const key = `${field}.${level}` as never;
    return t.has(key) ? capital(t(key)) : level;
  };
}

/** The levels of a field, the mildest class first and the heavier weight first within a class. */
export function listLevels(model: MatchModel, field: IdentityField): [string, Level][] {
  const rank = (level: Level) => DIFFERENCE_CLASSES.indexOf(level.class);
  return Object.entries(model.fields[field]).sort(
    ([a, one], [b, other]) =>
      rank(one) - rank(other) || other.weight - one.weight || (a < b ? -1 : 1),
  );
}

/** The longest weight of a model, which bars are measured by. */
export function mostBits(model: MatchModel): number {
  const weights = IDENTITY_FIELDS.flatMap((field) =>
    Object.values(model.fields[field]).map((level) => Math.abs(level.weight)),
  );
  return Math.max(1, ...weights);
}
