import type { FitCounts } from "@/lib/domain/matching/estimate/fit-model";
import {
  bandOfSide,
  type FitSide,
  heardLevels,
  levelsOfSides,
  prepareSide,
} from "@/lib/domain/matching/estimate/fit-side";
import { sampleOthers } from "@/lib/domain/matching/estimate/others";
import { ANY_BLOCK, NEAR_NUMBER_BLOCK, NUMBER_BLOCK } from "@/lib/domain/matching/estimate/passes";
import { type PairLabel, PatternCounter } from "@/lib/domain/matching/estimate/pattern-count";
import { seeded } from "@/lib/domain/matching/estimate/seeded";
import type { Candidate, MatchModel, NameFrequencies } from "@/lib/domain/matching/vocabulary";
import type { Gathered, Met } from "./gather";

export interface CountContext {
  model: MatchModel;
  names: NameFrequencies;
  seed: number;
  labelOf: (recordId: string, personId: string) => PairLabel | undefined;
}

/** From so many records on, people are drawn by chance as often as ever. */
const ENOUGH = 40_000;

/** Compares every record of the sample with everyone it meets, and people drawn by chance. */
export function countPairs(gathered: Gathered, context: CountContext): FitCounts {
  const model: MatchModel = { ...context.model, names: context.names };
  const sideOf = sidesOnce(context.model);
  const records = gathered.records.map((record) => prepareSide(record, context.model));
  const counter = new PatternCounter();
  for (const [at, record] of records.entries()) {
    const recordId = gathered.records[at]?.recordId ?? "";
    for (const { person, blocks } of gathered.met[at]?.values() ?? []) {
      const label = context.labelOf(recordId, person.personId);
      addPair(counter, { record, person: sideOf(person), blocks, label, model });
    }
  }
  const persons = gathered.drawn.map(sideOf);
  const usable = records.filter((record) => record.number !== null).length;
  return {
    patterns: counter.list(),
    others: sampleOthers(
      { records, persons, model, effort: Math.min(1, records.length / ENOUGH) },
      seeded(context.seed + 2),
    ),
    allPairs: records.length * gathered.people,
    numberPairs: usable * gathered.people * gathered.numbered,
    nearScale: gathered.nearScale,
  };
}

interface CountedSides extends Pick<Met, "blocks"> {
  record: FitSide;
  person: FitSide;
  label: PairLabel | undefined;
  model: MatchModel;
}

/** Once in each block in which the pair meets, and once among all pairs that the engine sees. */
function addPair(counter: PatternCounter, { record, person, blocks, label, model }: CountedSides) {
  const heard = heardLevels(record, person, model);
  const pair = {
    levels: levelsOfSides(record, person),
    band: bandOfSide(person, model.names),
    ...(Object.keys(heard).length > 0 ? { heard } : {}),
    ...(label ? { label } : {}),
  };
  const seen = [...blocks].filter((block) => block !== NEAR_NUMBER_BLOCK);
  // Equal numbers have near keys too; they belong to the block of equal numbers.
  const near = blocks.has(NEAR_NUMBER_BLOCK) && !blocks.has(NUMBER_BLOCK);
  for (const block of near ? [...seen, NEAR_NUMBER_BLOCK] : seen) counter.add({ ...pair, block });
  if (seen.length > 0) counter.add({ ...pair, block: ANY_BLOCK });
}

/** People are prepared once, however many records they meet. */
function sidesOnce(model: MatchModel): (person: Candidate) => FitSide {
  const known = new Map<string, FitSide>();
  return (person) => {
    const found = known.get(person.personId) ?? prepareSide(person, model);
    known.set(person.personId, found);
    return found;
  };
}
