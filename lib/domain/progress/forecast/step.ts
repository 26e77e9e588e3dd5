/** Bits that are kept of an amount. */
const BITS = 11;

/**
 * The amount that a forecast is made for: minutes that are open, to eleven bits, which is off by half a per mille
 * at most. Open work changes with every step of an officer, so that a forecast of the exact amount would be asked for
 * once and never again; half a per mille moves an end that is a year away by less than a day, as a rule. Bits
 * and not decimal digits, whose steps are ten times wider behind 100 than before 1000; and not the step of a logarithm,
 * as small whole amounts then stay what they are.
 */
export function inStep(minutes: number): number {
  if (minutes <= 0) return minutes;
  const step = 2 ** (Math.floor(Math.log2(minutes)) - BITS + 1);
  return Math.round(minutes / step) * step;
}
