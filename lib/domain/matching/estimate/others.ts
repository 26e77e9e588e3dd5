import type { IdentityField, MatchModel } from "../vocabulary";
import { drawPairs, type PairSpace } from "./draw-pairs";
import { bandOfSide, type FitSide, heardLevels, levelOfSides } from "./fit-side";
import type { Seeded } from "./seeded";

/** Pairs of different people that agree at a level: `pairs` stand in all, `seen` were looked at. */
export interface OthersCount {
  level: string;
  band: number;
  pairs: number;
  seen: number;
}

/** How different people agree in one field, among `bands` pairs by the rarity of the name. */
export interface Others {
  counts: OthersCount[];
  bands: Record<number, number>;
}

interface Stratum {
  /** What the pairs of the stratum have in common. */
  part: (side: FitSide) => string;
  recordKeys: (record: FitSide) => string[];
  personKey: (person: FitSide) => string | null;
  draws: number;
}

interface Sampling {
  field: IdentityField;
  strata: readonly Stratum[];
  /** Pairs that may be the same person, and pairs that lack a value, are passed over. */
  counts: (record: FitSide, person: FitSide) => boolean;
}

/**
 * Of two people drawn by chance hardly any have names one letter apart, so chance alone would take
 * billions of pairs. The narrow strata bring near names together, the wide one brings the rest, and
 * each pair counts for as many as its stratum holds: what the stratum fixes is corrected exactly.
 * Names are drawn among people of one sex and two to five years apart, because names follow fashion:
 * the person who may be taken for another is of the same sex and about the same age. Years apart by
 * one are left out, as a wrong year of the same person looks like that.
 */
const YEARS_APART = [-5, -4, -3, -2, 2, 3, 4, 5];

const peers = (part: (side: FitSide) => string, draws: number): Stratum => ({
  part,
  recordKeys: (record) =>
    record.year && record.name && record.identity.sex
      ? YEARS_APART.map((years) => `${record.identity.sex}|${record.year + years}|${part(record)}`)
      : [],
  personKey: (person) =>
    person.year && person.name && person.identity.sex
      ? `${person.identity.sex}|${person.year}|${part(person)}`
      : null,
  draws,
});

const NAMES: Sampling = {
  field: "fullName",
  strata: [
    peers((side) => side.sorted, 40_000),
    peers((side) => side.given, 150_000),
    peers((side) => side.initials, 150_000),
    peers(() => "", 150_000),
  ],
  counts: differentNumbers,
};

const dated = (part: (side: FitSide) => string, draws: number): Stratum => ({
  part,
  recordKeys: (record) => (record.year ? [part(record)] : []),
  personKey: (person) => (person.year ? part(person) : null),
  draws,
});

const DATES: Sampling = {
  field: "birthDate",
  strata: [
    dated((side) => String(side.year), 200_000),
    dated((side) => side.identity.birthDate?.value.slice(5) ?? "", 200_000),
    dated(() => "", 100_000),
  ],
  counts: (record, person) =>
    differentNumbers(record, person) &&
    record.given !== person.given &&
    record.initials !== person.initials,
};

const anyone = (has: (side: FitSide) => boolean, draws: number): Stratum => ({
  part: () => "",
  recordKeys: (record) => (has(record) ? [""] : []),
  personKey: (person) => (has(person) ? "" : null),
  draws,
});

const NUMBERS: Sampling = {
  field: "idNumber",
  strata: [anyone((side) => side.number !== null, 200_000)],
  counts: differentNumbers,
};

const SEXES: Sampling = {
  field: "sex",
  strata: [anyone((side) => side.identity.sex !== null, 200_000)],
  counts: differentNumbers,
};

interface Sides {
  records: readonly FitSide[];
  persons: readonly FitSide[];
  /** With the bits of the words of names. */
  model: MatchModel;
  /** Share of the usual number of draws: small files need fewer. */
  effort?: number;
}

/** How the people of two files agree by chance in each field. */
export function sampleOthers(sides: Sides, chance: Seeded): Record<IdentityField, Others> {
  const sampled = (sampling: Sampling) => sampleField(sampling, sides, chance);
  return {
    fullName: sampled(NAMES),
    birthDate: sampled(DATES),
    sex: sampled(SEXES),
    idNumber: sampled(NUMBERS),
  };
}

function sampleField(sampling: Sampling, sides: Sides, chance: Seeded): Others {
  const counts = new Map<string, OthersCount>();
  const bands: Record<number, number> = {};
  for (const [at, stratum] of sampling.strata.entries()) {
    const space: PairSpace<FitSide> = { ...sides, ...stratum };
    const { total, pairs } = drawPairs(space, stratum.draws * (sides.effort ?? 1), chance);
    const worth = pairs.length === 0 ? 0 : total / pairs.length;
    const narrower = sampling.strata.slice(0, at);
    for (const { record, person } of pairs) {
      if (narrower.some(({ part }) => part(record) === part(person))) continue;
      if (!sampling.counts(record, person)) continue;
      const band = sampling.field === "fullName" ? bandOfSide(person, sides.model.names) : 0;
      for (const level of levelsAt(sampling.field, { record, person, model: sides.model })) {
        tally(counts, { level, band, pairs: worth, seen: 1 });
      }
      bands[band] = (bands[band] ?? 0) + worth;
    }
  }
  return { counts: [...counts.values()], bands };
}

/** The level of a pair, and the one in its place if the record's number were the person's. */
function levelsAt(
  field: IdentityField,
  { record, person, model }: { record: FitSide; person: FitSide; model: MatchModel },
): string[] {
  const heard = field === "fullName" ? undefined : heardLevels(record, person, model)[field];
  const level = levelOfSides(field, record, person);
  return heard ? [level, heard] : [level];
}

function tally(counts: Map<string, OthersCount>, one: OthersCount): void {
  const key = `${one.level}|${one.band}`;
  const known = counts.get(key);
  if (!known) counts.set(key, { ...one });
  else {
    known.pairs += one.pairs;
    known.seen += one.seen;
  }
}

/** Neither now nor before did the person carry the record's number. */
function differentNumbers(record: FitSide, person: FitSide): boolean {
  const { number } = record;
  return number === null || (number !== person.number && !person.oldIds.includes(number));
}
