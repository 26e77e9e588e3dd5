import { comparePrepared, prepareSubject } from "./compare-identity";
import type { FieldLevels, Weights } from "./grade";
import { nameBits } from "./name-bits";
import { prepareName } from "./prepared-name";
import type { Scale } from "./sum-up";
import {
  type Candidate,
  type FieldComparison,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
} from "./vocabulary";

/**
 * What a browser needs to score one person against a record as its fields are settled, and nothing that
 * says who the person is: levels, not values.
 */
export interface ScoreKit {
  model: Weights & Scale & Pick<MatchModel, "acceptScore" | "textRepairs">;
  /** of the person's name */
  bits: number;
  /** the record as it stands beside the person */
  compared: FieldLevels;
  /** should the record hold the person's own values */
  agreed: FieldLevels;
}

const byField = <T>(of: (field: IdentityField) => T) =>
  Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, of(field)])) as Record<
    IdentityField,
    T
  >;

function weightOf({ class: kind, weight, share, harmless }: Level): Level {
  return { class: kind, weight, ...(share === undefined ? {} : { share }), harmless };
}

/** The levels and what they are worth, without where they were learned. */
function weightsOf({ fields }: MatchModel): MatchModel["fields"] {
  return byField((field) =>
    Object.fromEntries(
      Object.entries(fields[field]).map(([name, level]) => [name, weightOf(level)]),
    ),
  );
}

/**
 * The kit for one person; null where the stored comparison knows a level that the model in use does
 * not: only a new comparison can be trusted then.
 */
export function scoreKitOf(
  person: Candidate,
  compared: readonly FieldComparison[],
  model: MatchModel,
): ScoreKit | null {
  const levels = byField(
    (name) => compared.find(({ field }) => field === name)?.level ?? "missing",
  );
  if (IDENTITY_FIELDS.some((field) => !model.fields[field][levels[field]])) return null;
  const itself = prepareSubject({ ...person, foreign: false }, model);
  const agreed = comparePrepared(itself, person, model);
  const name = prepareName(person.fullName, model);
  const { version, prior, openFactor, acceptScore, textRepairs } = model;
  return {
    model: { version, prior, openFactor, acceptScore, textRepairs, fields: weightsOf(model) },
    bits: name ? nameBits(name, model.names) : 0,
    compared: levels,
    agreed: byField((field) => agreed.find((one) => one.field === field)?.level ?? "missing"),
  };
}
