/** Bounds of a share, 0..1. */
export interface Interval {
  lower: number;
  upper: number;
}

const STEPS = 100;
const SMALLEST = 1e-300;

/** log Γ(x), Lanczos approximation (g = 7, nine terms), relative error below 1e-14 for x > 0. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
];

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x - 1 + 7.5;
  const sum = LANCZOS.reduce((total, term, at) => (at === 0 ? term : total + term / (x - 1 + at)));
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** The regularised incomplete beta function I_x(a, b): P(Beta(a, b) ≤ x). */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaBelow(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact interval of Clopper and Pearson (1934) for `hits` of `total`, two-sided: each tail holds
 * at most (1 − confidence) / 2. Nothing judged tells nothing: 0..1.
 */
export function clopperPearson(hits: number, total: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  if (total === 0) return { lower: 0, upper: 1 };
  return {
    lower: hits === 0 ? 0 : betaQuantile(tail, hits, total - hits + 1),
    upper: hits === total ? 1 : betaQuantile(1 - tail, hits + 1, total - hits),
  };
}

/** Is the upper bound for `hits` of `total` at or below `share`? Quicker than finding the bound. */
export function isUpperWithin(
  hits: number,
  total: number,
  { share, confidence }: { share: number; confidence: number },
): boolean {
  if (hits >= total) return share >= 1;
  return betaBelow(share, hits + 1, total - hits) >= 1 - (1 - confidence) / 2;
}
