/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's 95 % interval of a share, both 0..1 (E. B. Wilson, JASA 22, 1927). Unlike the usual one it
 * still says something when not a single case went wrong. Without any case: all is possible.
 */
export function wilsonInterval(successes: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 };
  const share = successes / cases;
  const zz = (Z * Z) / cases;
  const middle = share + zz / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + zz / (4 * cases));
  return {
    low: Math.max(0, (middle - spread) / (1 + zz)),
    high: Math.min(1, (middle + spread) / (1 + zz)),
  };
}
