import { z } from "zod";
import { MODEL_V1 } from "./model";
import {
  DIFFERENCE_CLASSES,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
} from "./vocabulary";

/** How far a weight may go, in bits either way. */
export const MOST_BITS = 40;
export const HARMLESSNESS = ["always", "others_agree", "number_exact", "never"] as const;

const bits = z.number().min(-MOST_BITS).max(MOST_BITS);
const share = z.number().min(0).max(1);

// Loose throughout: a model of tomorrow may carry more than today's program reads.
const LevelShape = z.looseObject({
  class: z.enum(DIFFERENCE_CLASSES),
  weight: bits,
  share: z.number().min(0).max(2).optional(),
  harmless: z.enum(HARMLESSNESS),
  repair: z.boolean().optional(),
});

const Levels = z.record(z.string(), LevelShape);
const Bits = z.record(z.string(), z.number());

const ModelShape = z.looseObject({
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
  prior: z.number().min(-200).max(0),
  acceptScore: share,
  acceptMargin: share,
  openFactor: share,
  proposalScore: share,
  fields: z.object({ fullName: Levels, birthDate: Levels, sex: Levels, idNumber: Levels }),
  names: z.looseObject({
    surnames: Bits,
    middles: Bits,
    givens: Bits,
    otherSurname: z.number(),
    otherMiddle: z.number(),
    otherGiven: z.number(),
    most: z.number(),
  }),
  textRepairs: z.array(z.string()),
  blocking: z.array(z.string()).min(1),
});

/** What is wrong with a model: a key below `errors.reason`, and what its sentence names. */
export interface ModelProblem {
  code: "modelFileNotJson" | "modelFileShape" | "modelFileLevel" | "modelUnsafe";
  params: Record<string, string>;
}

export type ReadModel = { ok: true; model: MatchModel } | { ok: false; problem: ModelProblem };

/** Whether a level may ever stand for agreement: never another number, nor another name in law. */
export function mayBeHarmless(field: IdentityField, level: Level): boolean {
  if (level.class === "different" || level.class === "regional") return false;
  return field !== "idNumber" || (level.class !== "missing" && level.class !== "typo");
}

const known = <Word extends string>(words: readonly string[], all: readonly Word[]) =>
  words.every((word) => (all as readonly string[]).includes(word));

/** The first level that the engine may ask for and the model lacks, or that no model may have so. */
function levelProblem(model: MatchModel): ModelProblem | null {
  for (const field of IDENTITY_FIELDS) {
    const levels = model.fields[field];
    for (const level of Object.keys(MODEL_V1.fields[field])) {
      if (!levels[level]) return { code: "modelFileLevel", params: { place: `${field}.${level}` } };
    }
    for (const [name, level] of Object.entries(levels)) {
      if (level.harmless !== "never" && !mayBeHarmless(field, level)) {
        return { code: "modelUnsafe", params: { place: `${field}.${name}` } };
      }
    }
  }
  return null;
}

/** Reads a model from plain data; refuses what the engine could not work with, naming the place. */
export function readModel(data: unknown): ReadModel {
  const parsed = ModelShape.safeParse(data);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join(".") || "version";
    return { ok: false, problem: { code: "modelFileShape", params: { place } } };
  }
  const model = parsed.data as unknown as MatchModel;
  const foreign = !known(model.blocking, MODEL_V1.blocking)
    ? "blocking"
    : known(model.textRepairs, MODEL_V1.textRepairs)
      ? null
      : "textRepairs";
  if (foreign)
    return { ok: false, problem: { code: "modelFileShape", params: { place: foreign } } };
  const problem = levelProblem(model);
  return problem ? { ok: false, problem } : { ok: true, model };
}

/** Reads a model file (JSON). */
export function readModelText(text: string): ReadModel {
  try {
    return readModel(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return { ok: false, problem: { code: "modelFileNotJson", params: {} } };
  }
}
