import { type Seeded, seeded } from "@/lib/domain/matching/estimate/seeded";

/** Draws that a forecast needs, the same for the same seed. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** standard normal */
  normal: () => number;
  /** gamma of a shape of at least 1 and scale 1 */
  gamma: (shape: number) => number;
}

/** Box and Muller: two at a time. */
function normals(stream: Seeded): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - stream.next()));
    const angle = 2 * Math.PI * stream.next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26, 2000. */
function gamma({ next, normal }: Omit<Chance, "gamma">, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function chanceOf(seed: number): Chance {
  const stream = seeded(seed);
  const draws = { next: stream.next, normal: normals(stream) };
  return { ...draws, gamma: (shape) => gamma(draws, shape) };
}
