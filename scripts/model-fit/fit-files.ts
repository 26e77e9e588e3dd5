import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { type Fit, fitModel } from "@/lib/domain/matching/estimate/fit-model";
import type { PairLabel } from "@/lib/domain/matching/estimate/pattern-count";
import { chooseThresholds } from "@/lib/domain/matching/estimate/thresholds";
import { MODEL_V1 } from "@/lib/domain/matching/model";
import { readModelFile } from "@/lib/domain/matching/model-schema";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import type { FitOrder } from "./arguments";
import { countPairs } from "./count";
import { type Gathered, gather } from "./gather";
import { writeModel } from "./model-text";
import { measureQuality, scoreRecords, type Truth } from "./quality";
import { DECISION_COLUMNS, TRUTH_COLUMNS } from "./read-rows";
import { readTable } from "./read-table";
import { qualityLines, shareText, weightLines } from "./report";
import { modelProblem, say, text } from "./say";

/** The order can't be carried out; the code is a text of the command. */
export class FitError extends Error {
  constructor(
    readonly code: "badBase" | "badDecision" | "unwritable" | "noThreshold",
    readonly params: Record<string, string | number>,
  ) {
    super(code);
  }
}

const CEILING = { wrongShare: 0.0005, confidence: 0.95 };
/** A word of names needs as many bearers for a line of its own. */
const FEWEST_BEARERS = 5;

/** Fits, prints what came out beside the base, measures where there is a truth, writes the model. */
export async function fitFiles(order: FitOrder): Promise<void> {
  const base = readBase(order.base);
  const decisions = await readDecisions(order.decisions);
  const wanted = new Set([...decisions.keys()].map((pair) => pair.split("\n")[0] ?? ""));
  const gathered = await gather({ ...order, wanted }, base);
  const pairs = gathered.met.reduce((sum, met) => sum + met.size, 0);
  say(text("gathered", { records: gathered.records.length, people: gathered.people, pairs }));
  const fit = fitGathered(gathered, { order, base, decisions });
  sayFit(fit, base);
  const truth = order.truth === null ? null : await readTruth(order.truth);
  const model = truth ? calibrate(gathered, fit.model, { truth, order }) : fit.model;
  if (truth) {
    const both = [base, model].map((one) => ({
      name: one.version,
      quality: measureQuality(gathered, one, truth),
    }));
    for (const line of qualityLines(both)) say(line);
  }
  try {
    writeFileSync(order.out, writeModel(model));
  } catch {
    throw new FitError("unwritable", { name: order.out });
  }
  say(text("written", { name: order.out }));
}

/** The hand-set model lends its levels and rules where no other file is named. */
function readBase(file: string | null): MatchModel {
  if (file === null || file === "v1") return MODEL_V1;
  const read = readModelFile(readFileSync(file, "utf8"));
  if (read.ok) return read.value;
  throw new FitError("badBase", { name: file, problem: modelProblem(read.code, read.params) });
}

interface FitContext {
  order: FitOrder;
  base: MatchModel;
  decisions: ReadonlyMap<string, PairLabel>;
}

function fitGathered(gathered: Gathered, { order, base, decisions }: FitContext): Fit {
  const names = gathered.names.frequencies({ fewest: FEWEST_BEARERS, most: base.names.most });
  const counts = countPairs(gathered, {
    model: base,
    names,
    seed: order.seed,
    labelOf: (recordId, personId) => decisions.get(`${recordId}\n${personId}`),
  });
  const fitted = {
    records: gathered.records.length,
    people: gathered.people,
    statedFor: order.people ?? gathered.people,
    seed: order.seed,
    decisions: decisions.size,
  };
  return fitModel(counts, { base, names, version: order.version, fitted });
}

function sayFit({ model, rounds, converged }: Fit, base: MatchModel): void {
  const { decisions = 0, statedFor = 0 } = model.fitted ?? {};
  say(text("fitted", { rounds, converged: String(converged), decisions }));
  say(text("prior", { before: base.prior, after: model.prior, people: statedFor }));
  for (const line of weightLines(base, model)) say(line);
}

/** Thresholds from the ceiling, measured on records whose truth is known. */
function calibrate(
  gathered: Gathered,
  model: MatchModel,
  { truth, order }: { truth: Truth; order: FitOrder },
): MatchModel {
  const chosen = chooseThresholds(scoreRecords(gathered, model, truth), CEILING);
  if (!chosen) throw new FitError("noThreshold", { ceiling: shareText(CEILING.wrongShare) });
  const { acceptScore, acceptMargin, ...measured } = chosen;
  const params = { score: acceptScore, margin: acceptMargin, ...measured };
  say(text("thresholds", { ...params, upper: shareText(measured.upper) }));
  return {
    ...model,
    acceptScore,
    acceptMargin,
    calibration: {
      ceiling: CEILING.wrongShare,
      confidence: CEILING.confidence,
      ...measured,
      source: order.source ?? basename(order.truth ?? ""),
      ...(order.date ? { date: order.date } : {}),
    },
  };
}

/** Officers' decisions by record and person. */
async function readDecisions(file: string | null): Promise<Map<string, PairLabel>> {
  const labels: Record<string, PairLabel> = { confirmed: "match", not_a_match: "other" };
  const found = new Map<string, PairLabel>();
  if (file === null) return found;
  for await (const row of readTable(file, DECISION_COLUMNS)) {
    const label = labels[row.decision?.trim() ?? ""];
    if (!label) throw new FitError("badDecision", { name: file });
    found.set(`${row.record_id?.trim()}\n${row.person_id?.trim()}`, label);
  }
  return found;
}

async function readTruth(file: string): Promise<Truth> {
  const truth = new Map<string, { personId: string | null; damage: string[] }>();
  for await (const row of readTable(file, TRUTH_COLUMNS)) {
    const damage = (row.damage ?? "").split("|").filter((kind) => kind !== "");
    truth.set(row.record_id?.trim() ?? "", { personId: row.person_id?.trim() || null, damage });
  }
  return truth;
}
