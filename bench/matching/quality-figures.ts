import { CONFUSIONS, type Confusion, countConfusions, countExposed } from "./confusion";
import type { Figure } from "./figure";
import type { Quality, Share } from "./quality";

const LIMITS = { precision: 99.95, refused: 0.25, review: 5, proposed: 97 };
/** The classic wrong matches: not a single one is allowed. */
const FORBIDDEN: readonly Confusion[] = ["parent_child", "twins", "namesakes"];

const percent = ({ of, cases }: Share) => (cases === 0 ? null : (100 * of) / cases);

/** All figures of quality with their limits, in the order of the table. */
export function qualityFigures(
  quality: Quality,
  files: { records: string; registry: string },
): Figure[] {
  const { precision, interval, records } = quality;
  return [
    { metric: "records", value: records, unit: "records" },
    {
      metric: "accepted automatically",
      value: percent({ of: precision.cases, cases: records }),
      unit: "%",
    },
    { metric: "right persons accepted (recall)", value: percent(quality.recall), unit: "%" },
    { metric: "precision of acceptance", value: percent(precision), unit: "%" },
    {
      metric: "precision, 95 % interval from",
      value: 100 * interval.low,
      unit: "%",
      limit: LIMITS.precision,
      bound: "least",
    },
    { metric: "precision, 95 % interval to", value: 100 * interval.high, unit: "%" },
    ...confusionFigures(quality, files),
    ...shareFigures(quality),
  ];
}

function confusionFigures(
  quality: Quality,
  files: { records: string; registry: string },
): Figure[] {
  const counts = countConfusions(quality.wrong, files);
  return [
    { metric: "wrongly accepted", value: quality.wrong.length, unit: "records" },
    ...CONFUSIONS.map((kind): Figure => {
      const limit = FORBIDDEN.includes(kind) ? ({ limit: 0, bound: "most" } as const) : {};
      return {
        metric: `– ${kind.replace("_", " and ")}`,
        value: counts[kind],
        unit: "records",
        ...limit,
      };
    }),
  ];
}

function shareFigures(quality: Quality): Figure[] {
  const { harmlessRefused, harmlessReview, lessRefused, review } = quality;
  const most = (limit: number) => ({ limit, bound: "most" }) as const;
  return [
    { metric: "harmless damage: records", value: harmlessRefused.cases, unit: "records" },
    {
      metric: "– told wrong or not found",
      value: percent(harmlessRefused),
      unit: "%",
      ...most(LIMITS.refused),
    },
    { metric: "– left to a person", value: percent(harmlessReview), unit: "%" },
    { metric: "less known: told wrong or not found", value: percent(lessRefused), unit: "%" },
    { metric: "any damage: told wrong or not found", value: percent(quality.refused), unit: "%" },
    {
      metric: "usable number: left to a person",
      value: percent(review),
      unit: "%",
      ...most(LIMITS.review),
    },
    { metric: "no usable number: records", value: quality.proposedFirst.cases, unit: "records" },
    {
      metric: "– right person first",
      value: percent(quality.proposedFirst),
      unit: "%",
      limit: LIMITS.proposed,
      bound: "least",
    },
    { metric: "– right person first or second", value: percent(quality.proposedAtAll), unit: "%" },
  ];
}

/** Whom the records could be mistaken for: without such people "no wrong match" would say nothing. */
export function exposureFigures(
  answers: Iterable<{ trueId: string; damage: string[] }>,
  registry: string,
): Figure[] {
  const trueIds = new Set<string>();
  let parents = 0;
  for (const { trueId, damage } of answers) {
    if (trueId !== "") trueIds.add(trueId);
    if (damage.includes("number_of_parent")) parents++;
  }
  const { twins, namesakes } = countExposed(registry, trueIds);
  return [
    { metric: "people with a twin in the registry", value: twins, unit: "records" },
    { metric: "people with a namesake of their year", value: namesakes, unit: "records" },
    { metric: "records with a parent's number", value: parents, unit: "records" },
  ];
}
