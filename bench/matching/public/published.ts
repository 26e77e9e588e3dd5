import { f1Of, type LinkScore } from "./link-score";

/** A figure that others measured. What keeps it from being compared letter by letter: `bench.json`. */
export interface Published extends LinkScore {
  name: string;
}

function published(
  name: string,
  [precision, recall]: [number, number],
  links: number | null = null,
) {
  return { name, links, precision, recall, f1: f1Of(precision, recall) };
}

/**
 * FEBRL 4. Splink: the accuracy chart in its notebook docs/demos/examples/duckdb/febrl4.ipynb (detailed
 * model, as of 8 January 2026), at its thresholds .99 and .087, the best F1. Toolkit: what the recipe of
 * the guide "Link two datasets" gives with recordlinkage 0.16, run by us, because the guide has no score.
 */
export const PUBLISHED_FEBRL: readonly Published[] = [
  published("Splink, p ≥ 0.99", [1, 0.9916], 4958),
  published("Splink, best F1", [0.9998, 0.9998], 5000),
  published("Python Record Linkage Toolkit", [1, 0.6482], 3241),
];

/**
 * Historical 50 k. Splink: the accuracy table in docs/demos/examples/duckdb/deduplicate_50k_synthetic.ipynb
 * (19 June 2024, the last version that shows one): pairs within the one file, not records to people.
 */
export const PUBLISHED_HISTORICAL: readonly Published[] = [
  published("Splink, pairs, p ≥ 0.99", [0.9991, 0.3946]),
  published("Splink, pairs, p ≥ 0.5", [0.9831, 0.4299]),
  published("Splink, pairs, best F1", [0.9752, 0.4338]),
];
