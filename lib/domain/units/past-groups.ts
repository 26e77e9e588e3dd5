/** A district or province of 2022. */
export interface PastUnit {
  id: string;
  name: string;
  /** the province of a district; null of a province */
  above: string | null;
}

/** How many communes of one past unit went into a commune of today. */
export interface Origin extends PastUnit {
  communeId: string;
  /** those that brought people with them */
  peopled: number;
  /** all of them, also those that gave a piece of land only */
  all: number;
}

export interface PastPlace {
  group: PastUnit;
  /** other past units that a part of it comes from */
  others: PastUnit[];
}

const unitOf = ({ id, name, above }: Origin): PastUnit => ({ id, name, above });

const byWeight = (a: Origin, b: Origin) =>
  b.peopled - a.peopled ||
  b.all - a.all ||
  a.name.localeCompare(b.name, "vi") ||
  a.id.localeCompare(b.id);

function placeOf(origins: readonly Origin[]): PastPlace | null {
  // Land alone moves nobody; where there is nothing else it has to do.
  const peopled = origins.filter((one) => one.peopled > 0);
  const [first, ...others] = (peopled.length > 0 ? peopled : origins).toSorted(byWeight);
  return first ? { group: unitOf(first), others: others.map(unitOf) } : null;
}

/**
 * In which past unit each commune of today counts, by its id: the one that most of its predecessors lay in,
 * of equal ones the first by name. A commune without predecessors has no place.
 */
export function placesInPast(origins: readonly Origin[]): Map<string, PastPlace> {
  const byCommune = new Map<string, Origin[]>();
  for (const one of origins) {
    const its = byCommune.get(one.communeId);
    if (its) its.push(one);
    else byCommune.set(one.communeId, [one]);
  }
  const places = new Map<string, PastPlace>();
  for (const [communeId, its] of byCommune) {
    const place = placeOf(its);
    if (place) places.set(communeId, place);
  }
  return places;
}
