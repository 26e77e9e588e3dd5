import { z } from "zod";
import { accept, type Parsed, refuse } from "@/lib/domain/records/parsed";
import { MODEL_V1 } from "./model";
import {
  BLOCKING_KINDS,
  DIFFERENCE_CLASSES,
  IDENTITY_FIELDS,
  type IdentityField,
  type Level,
  type MatchModel,
  TEXT_REPAIRS,
} from "./vocabulary";

/** How far a weight may go, in bits either way. */
export const MOST_BITS = 40;
export const HARMLESSNESS = ["always", "others_agree", "number_exact", "never"] as const;
const MOST_WORDS = 20_000;

const bits = z.number().min(-MOST_BITS).max(MOST_BITS);
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const version = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);

const level = z.strictObject({
  class: z.enum(DIFFERENCE_CLASSES),
  weight: bits,
  share: share.optional(),
  harmless: z.enum(HARMLESSNESS),
  repair: z.boolean().optional(),
  m: share.optional(),
  u: share.optional(),
  seen: count.optional(),
});

/** Exactly the levels that the engine can find in a field. */
function fieldSchema(field: IdentityField) {
  const names = Object.keys(MODEL_V1.fields[field]);
  return z.strictObject(Object.fromEntries(names.map((name) => [name, level])));
}

/** Words of names only: no key of the file can reach anything else of an object. */
const words = z
  .record(z.string().regex(/^[\p{L}\p{M}'’-]{1,30}$/u), bits.min(0))
  .refine((table) => Object.keys(table).length <= MOST_WORDS);

const names = z.strictObject({
  surnames: words,
  middles: words,
  givens: words,
  otherSurname: bits.min(0),
  otherMiddle: bits.min(0),
  otherGiven: bits.min(0),
  most: bits.min(0),
});

const fitted = z.strictObject({
  records: count,
  people: count,
  statedFor: count.min(1),
  seed: z.int(),
  rounds: count,
  decisions: count,
});

const calibration = z.strictObject({
  ceiling: share,
  confidence: share,
  judged: count,
  wrong: count,
  lower: share,
  upper: share,
  source: z.string().max(200),
  date: z.iso.date().optional(),
});

const model = z.strictObject({
  version,
  parent: version.optional(),
  prior: bits,
  acceptScore: share,
  acceptMargin: share,
  openFactor: share,
  proposalScore: share,
  fields: z.strictObject({
    fullName: fieldSchema("fullName"),
    birthDate: fieldSchema("birthDate"),
    sex: fieldSchema("sex"),
    idNumber: fieldSchema("idNumber"),
  }),
  names,
  textRepairs: z.array(z.enum(TEXT_REPAIRS)),
  blocking: z.array(z.enum(BLOCKING_KINDS)).min(1),
  fitted: fitted.optional(),
  calibration: calibration.optional(),
});

/**
 * Reads a model from the text of its file. Codes, worded below `modelFile` in the texts of matching:
 * `notJson`; `missing` and `unknown` {path} for what lacks or does not belong there; `wrongValue`
 * {path}; `levelHarmless` {path}: a level that may never stand for agreement;
 * `thresholdTooLow`: an open difference could reach the score of acceptance; `ceilingBroken`: the
 * thresholds were measured above their own ceiling.
 */
export function readModelFile(text: string): Parsed<MatchModel> {
  let json: unknown;
  // Such a key would be dropped silently; no honest file has it.
  if (text.includes('"__proto__"')) return refuse("unknown", { path: "__proto__" });
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return refuse("notJson");
  }
  return parseModel(json);
}

/** The same for a value that has been read already; see `readModelFile`. */
export function parseModel(json: unknown): Parsed<MatchModel> {
  const read = model.safeParse(json);
  if (!read.success) return refuseIssue(read.error.issues[0], json);
  const found = read.data as MatchModel;
  return judge(found) ?? accept(found);
}

type Issue = z.core.$ZodIssue;

function refuseIssue(issue: Issue | undefined, json: unknown): Parsed<never> {
  if (!issue) return refuse("notJson");
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return refuse("unknown", { path: shown([...path, issue.keys[0] ?? ""]) });
  }
  if (issue.code === "invalid_key") return refuse("unknown", { path: shown(path) });
  if (issue.code === "invalid_type" && valueAt(json, path) === undefined) {
    return refuse("missing", { path: shown(path) });
  }
  return refuse("wrongValue", { path: shown(path) });
}

const MOST_SHOWN = 80;

/** Keys come from the file: kept short, and nothing but what a key may hold. */
function shown(path: string[]): string {
  const text = path.join(".").replace(/[^\p{L}\p{M}\p{N}_.'-]/gu, "?");
  return text.slice(0, MOST_SHOWN);
}

function valueAt(json: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    json,
  );
}

/** Whether a level may ever stand for agreement: never another number, nor another name in law. */
export function mayBeHarmless(field: IdentityField, level: Level): boolean {
  if (level.class === "different" || level.class === "regional") return false;
  return field !== "idNumber" || (level.class !== "missing" && level.class !== "typo");
}

/** What no single value shows. */
function judge(found: MatchModel): Parsed<never> | null {
  for (const field of IDENTITY_FIELDS) {
    const wrong = Object.entries(found.fields[field]).find(
      ([, one]) => one.harmless !== "never" && !mayBeHarmless(field, one),
    );
    if (wrong) return refuse("levelHarmless", { path: `fields.${field}.${wrong[0]}` });
  }
  if (found.acceptScore <= found.openFactor) return refuse("thresholdTooLow");
  const { calibration: measured } = found;
  return measured && measured.upper > measured.ceiling ? refuse("ceilingBroken") : null;
}

/** What is wrong with a model: a key below `errors.reason`, and what its sentence names. */
export interface ModelProblem {
  code: "modelFileNotJson" | "modelFileShape" | "modelFileLevel" | "modelUnsafe";
  params: Record<string, string>;
}

export type ReadModel = { ok: true; model: MatchModel } | { ok: false; problem: ModelProblem };

/** `parseModel` with the refusals as the rules room words them. */
export function readModel(data: unknown): ReadModel {
  return worded(parseModel(data));
}

/** `readModelFile` with the refusals as the rules room words them. */
export function readModelText(text: string): ReadModel {
  return worded(readModelFile(text));
}

function worded(read: Parsed<MatchModel>): ReadModel {
  if (read.ok) return { ok: true, model: read.value };
  if (read.code === "notJson")
    return { ok: false, problem: { code: "modelFileNotJson", params: {} } };
  const path = String(read.params?.path ?? "acceptScore").replace(/\.\d+$/, "");
  const place = path.replace(/^fields\./, "");
  if (read.code === "levelHarmless")
    return { ok: false, problem: { code: "modelUnsafe", params: { place } } };
  const isLevel = read.code === "missing" && /^\w+\.\w+$/.test(place) && place !== path;
  return isLevel
    ? { ok: false, problem: { code: "modelFileLevel", params: { place } } }
    : { ok: false, problem: { code: "modelFileShape", params: { place: path } } };
}
