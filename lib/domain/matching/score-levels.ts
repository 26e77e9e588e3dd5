import { type FieldLevels, gradeLevels } from "./grade";
import type { ScoreKit } from "./score-kit";
import { sumUp } from "./sum-up";
import { type FieldComparison, IDENTITY_FIELDS, type IdentityField } from "./vocabulary";

/** One person against a record as its fields stand now. */
export interface ScoredLevels {
  /** 0..1 */
  score: number;
  fields: FieldComparison[];
  /** the field that would be enough, should it hold the person's own value; null for none or no need */
  settlingField: IdentityField | null;
}

function isAccepted(
  { score, fields }: Omit<ScoredLevels, "settlingField">,
  kit: ScoreKit,
): boolean {
  return score >= kit.model.acceptScore && fields.every(({ harmless }) => harmless);
}

function scored(kit: ScoreKit, levels: FieldLevels) {
  const fields = gradeLevels(levels, kit.bits, kit.model);
  return { score: sumUp(fields, kit.model).score, fields };
}

/**
 * The score of the levels, with the weights that the server scores with. It knows this one person:
 * whether somebody else is as near is the server's to say.
 */
export function scoreLevels(kit: ScoreKit, levels: FieldLevels): ScoredLevels {
  const now = scored(kit, levels);
  if (isAccepted(now, kit)) return { ...now, settlingField: null };
  const settles = (field: IdentityField) =>
    levels[field] !== kit.agreed[field] &&
    kit.agreed[field] !== "missing" &&
    isAccepted(scored(kit, { ...levels, [field]: kit.agreed[field] }), kit);
  return { ...now, settlingField: IDENTITY_FIELDS.find(settles) ?? null };
}
