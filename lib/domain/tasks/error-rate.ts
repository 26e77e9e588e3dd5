/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Both ends as ratios, 0..1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Between which shares the true one lies, with a confidence of 95 %, when `wrong` of `checked` were
 * wrong. Wilson's score interval (E. B. Wilson, JASA 22 (1927), 209–212): it stays within 0..1 and says
 * something sensible for few checks and for none that was wrong.
 */
export function wilson(wrong: number, checked: number): Interval {
  if (checked === 0) return { low: 0, high: 1 };
  const p = wrong / checked;
  const square = Z * Z;
  const scale = 1 + square / checked;
  const middle = p + square / (2 * checked);
  const half = Z * Math.sqrt((p * (1 - p)) / checked + square / (4 * checked * checked));
  return {
    low: wrong === 0 ? 0 : (middle - half) / scale,
    high: wrong === checked ? 1 : (middle + half) / scale,
  };
}
