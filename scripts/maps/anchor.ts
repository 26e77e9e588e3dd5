import { doubleArea, type Point, type Ring } from "./outline";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The smallest upright rectangle around rings, with `room` on each side. */
export function boxOf(rings: readonly Ring[], room = 0): Box {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x));
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
  const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
  return {
    x: left,
    y: top,
    width: Math.max(...xs) + room - left,
    height: Math.max(...ys) + room - top,
  };
}

const STEPS = 40;

function edges(ring: Ring): [Point, Point][] {
  return ring.map((from, at) => [from, ring[(at + 1) % ring.length] ?? from]);
}

function isInside([x, y]: Point, ring: Ring): boolean {
  const crossed = edges(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay),
  );
  return crossed.length % 2 === 1;
}

function distance([x, y]: Point, [[ax, ay], [bx, by]]: [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Where a label is farthest from the borders of the largest part, among the points of a raster. */
export function anchorOf(rings: readonly Ring[]): Point {
  const largest = rings.toSorted((a, b) => Math.abs(doubleArea(b)) - Math.abs(doubleArea(a)))[0];
  if (!largest) throw new Error("no outline");
  const { x, y, width, height } = boxOf([largest]);
  let best: { point: Point; away: number } = { point: largest[0] ?? [x, y], away: -1 };
  for (let column = 1; column < STEPS; column++)
    for (let row = 1; row < STEPS; row++) {
      const point: Point = [
        Math.round(x + (width * column) / STEPS),
        Math.round(y + (height * row) / STEPS),
      ];
      if (!isInside(point, largest)) continue;
      const away = Math.min(...edges(largest).map((edge) => distance(point, edge)));
      if (away > best.away) best = { point, away };
    }
  return best.point;
}
