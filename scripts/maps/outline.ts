export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

const TOKEN = /[a-z]|-?\d*\.?\d+(?:e-?\d+)?/gi;
/** How many numbers each command of the package's outlines takes. */
const TAKES: Record<string, number> = { m: 2, l: 2, c: 6, z: 0 };

interface Pen {
  rings: Point[][];
  at: Point;
}

function moved([x, y]: Point, [dx = 0, dy = 0]: readonly number[], relative: boolean): Point {
  return relative ? [x + dx, y + dy] : [dx, dy];
}

function middleOf([a, b, c, d]: readonly [Point, Point, Point, Point]): Point {
  const blend = (axis: 0 | 1) => (a[axis] + 3 * b[axis] + 3 * c[axis] + d[axis]) / 8;
  return [blend(0), blend(1)];
}

/** A curve is two straight pieces: only islets of a few pixels have any. */
function curve(pen: Pen, numbers: readonly number[], relative: boolean): void {
  const [first, second, end] = [0, 2, 4].map((from) =>
    moved(pen.at, numbers.slice(from, from + 2), relative),
  ) as [Point, Point, Point];
  pen.rings.at(-1)?.push(middleOf([pen.at, first, second, end]), end);
  pen.at = end;
}

function draw(pen: Pen, command: string, numbers: readonly number[]): void {
  const kind = command.toLowerCase();
  const relative = command === kind;
  if (kind === "c") curve(pen, numbers, relative);
  else if (kind === "z") pen.at = pen.rings.at(-1)?.[0] ?? pen.at;
  else {
    pen.at = moved(pen.at, numbers, relative);
    if (kind === "m") pen.rings.push([pen.at]);
    else pen.rings.at(-1)?.push(pen.at);
  }
}

/** The closed lines of an SVG path of the commands M, L, C and Z, as points. */
export function readRings(path: string): Ring[] {
  const tokens = path.match(TOKEN) ?? [];
  const pen: Pen = { rings: [], at: [0, 0] };
  let command = "";
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/[a-z]/i.test(token.charAt(0))) {
      command = token;
      at++;
    }
    const takes = TAKES[command.toLowerCase()];
    if (takes === undefined) throw new Error(`unknown command ${command}`);
    draw(pen, command, tokens.slice(at, at + takes).map(Number));
    at += takes;
    // Further pairs after "move" are lines.
    if (command.toLowerCase() === "m") command = command === "m" ? "l" : "L";
  }
  return pen.rings;
}

const same = (a: Point | undefined, b: Point | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]);
}

/** Twice the area that a ring encloses; its sign says which way round it goes. */
export function doubleArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
}

/**
 * Points on whole numbers of a grid `scale` times as fine. Neighbours share their points, so that their
 * borders still meet; an islet that becomes a point or a line is gone.
 */
export function snap(ring: Ring, scale: number): Ring {
  const whole = ring.map(([x, y]): Point => [Math.round(x * scale), Math.round(y * scale)]);
  return whole.filter((point, at) => !same(point, whole[(at + 1) % whole.length]));
}

/** Without the points that lie on the straight line between their neighbours. */
export function straighten(ring: Ring): Ring {
  return ring.filter((point, at) => {
    const before = ring[(at + ring.length - 1) % ring.length] ?? point;
    const after = ring[(at + 1) % ring.length] ?? point;
    return !isStraight(before, point, after);
  });
}

/** The shortest way to write rings of whole numbers as a path. */
export function writeRings(rings: readonly Ring[]): string {
  const line = (ring: Ring) => {
    const steps = ring.slice(1).map(([x, y], at) => {
      const [px, py] = ring[at] ?? [0, 0];
      return `${x - px} ${y - py}`;
    });
    return `M${ring[0]?.join(" ")}l${steps.join(" ")}z`;
  };
  return rings.map(line).join("").replaceAll(" -", "-");
}
