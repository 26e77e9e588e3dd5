import { doubleArea, type Point, type Ring } from "./outline";

const CELL = 8;

/**
 * Points nearer than `reach` become one: the package draws a common border once for each of the two
 * provinces, a hair apart.
 */
export function makeMerger(reach: number): (point: Point) => Point {
  const cells = new Map<string, Point[]>();
  const cellOf = (value: number) => Math.floor(value / CELL);
  const around = ([x, y]: Point): Point[] => {
    const near: Point[] = [];
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        near.push(...(cells.get(`${cellOf(x) + dx},${cellOf(y) + dy}`) ?? []));
    return near;
  };
  return (point) => {
    const found = around(point)
      .map((known) => ({ known, away: Math.hypot(known[0] - point[0], known[1] - point[1]) }))
      .filter(({ away }) => away <= reach)
      .sort((a, b) => a.away - b.away)[0];
    if (found) return found.known;
    const key = `${cellOf(point[0])},${cellOf(point[1])}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
    return point;
  };
}

const nameOf = (point: Point | undefined) => String(point);

/** The edges that belong to one ring only: those between two members go both ways and are gone. */
function outerEdges(rings: readonly Ring[]): Map<string, Point[]> {
  const ends = new Map<string, Point[]>();
  const take = (from: Point, to: Point): boolean => {
    const back = ends.get(nameOf(from)) ?? [];
    const at = back.findIndex((point) => nameOf(point) === nameOf(to));
    if (at < 0) return false;
    back.splice(at, 1);
    return true;
  };
  for (const ring of rings)
    ring.forEach((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      if (take(to, from)) return;
      ends.set(nameOf(from), [...(ends.get(nameOf(from)) ?? []), to]);
    });
  return ends;
}

/** Follows edges until one comes back to where it has been: every loop is closed as soon as it can be. */
function loops(ends: Map<string, Point[]>): Ring[] {
  const found: Ring[] = [];
  const next = (point: Point) => ends.get(nameOf(point))?.pop();
  for (const [start] of ends) {
    const trail: Point[] = [start.split(",").map(Number) as unknown as Point];
    for (let to = next(trail[0] as Point); to; to = next(to)) {
      const name = nameOf(to);
      const seen = trail.findIndex((point) => nameOf(point) === name);
      if (seen >= 0) found.push(trail.splice(seen + 1).concat([to]));
      else trail.push(to);
    }
  }
  return found;
}

/**
 * The common outline of provinces whose points have been merged. What encloses less than `least` is a
 * crack between two of them or a rock, and what goes the other way round a crack as well: no province lies
 * inside another.
 */
export function unite(rings: readonly Ring[], least: number): Ring[] {
  const turned = rings.map((ring) => (doubleArea(ring) < 0 ? ring.toReversed() : ring));
  return loops(outerEdges(turned)).filter((ring) => doubleArea(ring) / 2 >= least);
}
