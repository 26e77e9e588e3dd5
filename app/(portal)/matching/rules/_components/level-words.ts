import {
  IDENTITY_FIELDS,
  type IdentityField,
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

/** The longest weight of a model, which bars are measured by. */
export function mostBits(model: MatchModel): number {
  const weights = IDENTITY_FIELDS.flatMap((field) =>
    Object.values(model.fields[field]).map((level) => Math.abs(level.weight)),
  );
  return Math.max(1, ...weights);
}
