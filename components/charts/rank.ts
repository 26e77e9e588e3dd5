/** How a place has changed: up is nearer to the first. */
export type RankChange =
  | { direction: "up" | "down"; places: number }
  | { direction: "same" }
  | { direction: "new" };

export function rankChange(now: number, before: number | null): RankChange {
  if (before === null) return { direction: "new" };
  if (now === before) return { direction: "same" };
  return { direction: now < before ? "up" : "down", places: Math.abs(now - before) };
}

/**
 * Places by a rate, the highest first; equal rates share a place (1, 2, 2, 4). Units without a rate have no
 * place. What is compared is the rate: a large unit has more left and is not behind for that.
 */
export function ranksByRate(rates: ReadonlyMap<string, number | null>): Map<string, number> {
  const known = [...rates].filter((entry): entry is [string, number] => entry[1] !== null);
  return new Map(
    known.map(([id, rate]) => [id, 1 + known.filter(([, other]) => other > rate).length]),
  );
}
