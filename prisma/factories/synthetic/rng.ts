/** A stream of chance that is the same for the same key, on every machine. */
export interface Rng {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<Value>(list: readonly Value[]): Value;
}

/**
 * sfc32, seeded from the texts and numbers of its key. Every household and record has a key of its
 * own, so that one can be made again without making those before it.
 */
export function createRng(...key: (string | number)[]): Rng {
  const next = sfc32(hashKey(key.join("/")));
  for (let warming = 0; warming < 12; warming++) next();
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error("nothing to pick from");
      return list[int(list.length)] as (typeof list)[number];
    },
  };
}

function sfc32([a = 0, b = 0, c = 0, d = 0]: number[]): () => number {
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
}

/** Four 32-bit numbers from a text (the mixing steps of MurmurHash3). */
function hashKey(text: string): number[] {
  let hash = 1_779_033_703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return [0, 1, 2, 3].map(() => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash;
  });
}

/** The numbers from 0 up to `count` in an order of chance. */
export function shuffled(count: number, rng: Rng): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = rng.int(at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

/** Picks values by their shares, which need not add up to one. */
export function weighted<Value>(shares: readonly (readonly [Value, number])[]) {
  if (shares.length === 0) throw new Error("nothing to pick from");
  const sums: number[] = [];
  let total = 0;
  for (const [, share] of shares) {
    total += share;
    sums.push(total);
  }
  return (rng: Rng): Value => {
    const goal = rng.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] as number) > goal) high = middle;
      else low = middle + 1;
    }
    return (shares[low] as readonly [Value, number])[0];
  };
}
