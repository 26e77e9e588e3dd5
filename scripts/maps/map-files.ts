import { readRows } from "@/prisma/data/unit-files";
import { anchorOf, type Box, boxOf } from "./anchor";
import { type Point, type Ring, readRings, snap, straighten, writeRings } from "./outline";
import { ARCHIPELAGOS, type Archipelago, type ProvinceStep, readOutlines } from "./provinces";
import { makeMerger, unite } from "./union";

/** The package draws on 812 × 873; twice as fine is half a pixel of the largest map that is shown. */
const SCALE = 2;
/** A little more than the package's own, for the frame around Trường Sa. */
const WIDTH = 830 * SCALE;
const HEIGHT = 890 * SCALE;
/** Points of two provinces nearer than this are meant to be one. */
const REACH = 1.5;
/** What encloses less than this can't be seen. */
const LEAST_AREA = 6;
/** An islet is drawn at least this large, in each direction, or nobody would see it. */
const ISLET = 6;
/** Room between an archipelago and its frame. */
const ROOM = 16;

type Shapes = Map<string, Ring[]>;

const CREDIT =
  "Outlines: @svg-maps/vietnam 2.0.0 by Stephen Truong, CC BY 4.0, simplified and united. Made by: npm run maps";

function diamond([x, y]: Point): Ring {
  return [
    [x, y - ISLET],
    [x + ISLET, y],
    [x, y + ISLET],
    [x - ISLET, y],
  ];
}

/** Islets as they are, or as a small mark where they are too small; one mark where several would touch. */
function islets(path: string): Ring[] {
  const shapes: Ring[] = [];
  const marks: Point[] = [];
  for (const ring of readRings(path)) {
    const fine = ring.map(([x, y]): Point => [x * SCALE, y * SCALE]);
    const { x, y, width, height } = boxOf([fine]);
    const middle: Point = [Math.round(x + width / 2), Math.round(y + height / 2)];
    const isLarge = Math.max(width, height) > 2 * ISLET;
    if (isLarge) shapes.push(straighten(snap(fine, 1)));
    const isNear = marks.some(([mx, my]) => Math.hypot(mx - middle[0], my - middle[1]) < 2 * ISLET);
    if (!isNear && !isLarge) marks.push(middle);
  }
  return [...shapes.filter((ring) => ring.length > 2), ...marks.map(diamond)];
}

function symbols(shapes: Shapes): string {
  const paths = [...shapes].map(
    ([id, rings]) =>
      `<path id="${id}" vector-effect="non-scaling-stroke" d="${writeRings(rings)}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<!-- ${CREDIT} -->
<defs>
${paths.join("\n")}
</defs>
</svg>
`;
}

function group(
  steps: readonly ProvinceStep[],
  key: "old_code" | "new_code",
): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const step of steps)
    members.set(step[key], [...(members.get(step[key]) ?? []), step.old_code]);
  return new Map([...members].sort(([a], [b]) => a.localeCompare(b)));
}

export interface MapPlaces {
  width: number;
  height: number;
  archipelagos: Record<Archipelago, Box>;
  /** where a label stands, by code, of the 63 provinces of 2022 and of the 34 of today */
  anchors: Record<"34" | "63", Record<string, Point>>;
}

/** The three files of the map by their place in the project, made from the package and the table of successors. */
export function makeMapFiles(): Record<string, string> {
  const steps = readRows<ProvinceStep>("admin_successors_provinces.csv");
  const outlines = readOutlines(steps);
  const merge = makeMerger(REACH);
  const rings = new Map(
    [...outlines.provinces].map(([code, path]) => [
      code,
      readRings(path)
        .map((ring) => snap(snap(ring, SCALE).map(merge), 1))
        .filter((ring) => ring.length > 2),
    ]),
  );
  const apart = ARCHIPELAGOS.map((name) => [name, islets(outlines.archipelagos[name])] as const);
  const shapesBy = (key: "old_code" | "new_code"): Shapes =>
    new Map(
      [...group(steps, key)].map(([code, members]) => {
        const all = members.flatMap((member) => rings.get(member) ?? []);
        return [`p${code}`, unite(all, LEAST_AREA).map(straighten)];
      }),
    );
  const anchors = (shapes: Shapes) =>
    Object.fromEntries([...shapes].map(([id, one]) => [id.slice(1), anchorOf(one)]));
  const [today, past] = [shapesBy("new_code"), shapesBy("old_code")];
  const places = {
    width: WIDTH,
    height: HEIGHT,
    archipelagos: Object.fromEntries(apart.map(([name, one]) => [name, boxOf(one, ROOM)])),
    anchors: { 34: anchors(today), 63: anchors(past) },
  } as MapPlaces;
  return {
    "public/maps/vietnam-34.svg": symbols(new Map([...today, ...apart])),
    "public/maps/vietnam-63.svg": symbols(new Map([...past, ...apart])),
    "components/charts/map-places.json": `${writePlaces(places)}\n`,
  };
}

/** As the formatter of the project writes it: a pair of numbers on one line. */
function writePlaces(places: MapPlaces): string {
  return JSON.stringify(places, null, 2).replaceAll(/\[\s+(-?\d+),\s+(-?\d+)\s+\]/g, "[$1, $2]");
}
