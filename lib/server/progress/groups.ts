import "server-only";
import { type Cell, type Figures, figuresOf } from "@/lib/domain/progress/figure";
import {
  type Origin,
  type PastPlace,
  type PastUnit,
  placesInPast,
} from "@/lib/domain/units/past-groups";
import { scopeRange } from "@/lib/domain/units/unit";
import { clockThere } from "@/lib/domain/units/work-calendar";
import type { Sql } from "@/lib/server/core/db";
import { AppError } from "@/lib/server/core/error";
import { query } from "@/lib/server/core/query";
import { COMMUNES, KEYED_CELLS, ORIGINS } from "./groups-sql";
import { getUnit, type UnitLine } from "./unit";

/** Figures of a place, and its open tasks past their day. */
export interface PlaceFigures {
  figures: Figures;
  overdue: number;
}

/** A district or province of 2022 with the communes of today that count in it. */
export interface GroupLine extends PastUnit, PlaceFigures {
  communes: number;
}

/** A commune of today in a group. */
export interface GroupCommune extends PlaceFigures {
  unit: UnitLine;
  /** other units of 2022 that a part of it comes from */
  others: PastUnit[];
}

export interface GroupsPage {
  unit: UnitLine;
  at: Date;
  groups: GroupLine[];
  /** communes that no unit of 2022 went into */
  without: (PlaceFigures & { communes: number }) | null;
  /** what lies where no commune is known yet, or null */
  own: PlaceFigures | null;
}

export interface GroupPage {
  unit: UnitLine;
  at: Date;
  group: PastUnit;
  communes: GroupCommune[];
  /** communes that come from here in part and count elsewhere */
  elsewhere: { unit: UnitLine; group: PastUnit }[];
}

type KeyedCell = Omit<Cell, "kind"> & { kind: Cell["kind"] | "due"; key: string };

function placesByKey(cells: readonly KeyedCell[]): (key: string) => PlaceFigures {
  const counted = new Map<string, Cell[]>();
  const overdue = new Map<string, number>();
  for (const { key, kind, ...cell } of cells) {
    if (kind === "due") overdue.set(key, (overdue.get(key) ?? 0) + cell.people);
    else counted.set(key, [...(counted.get(key) ?? []), { kind, ...cell }]);
  }
  return (key) => ({
    figures: figuresOf(counted.get(key) ?? []),
    overdue: overdue.get(key) ?? 0,
  });
}

/** Parents of the units whose own records have no commune yet: the unit itself and provinces below it. */
const parentsOf = ({ level, path }: UnitLine) =>
  level === "nation" ? ["", path] : [path.replace(/[^.]+\.$/, "")];

interface Wanted {
  /** communes, each with the key under which it counts */
  keys: ReadonlyMap<string, string>;
  own: boolean;
}

async function readPlaces(sql: Sql, unit: UnitLine, { keys, own }: Wanted) {
  const { from, to } = scopeRange(unit.path);
  const values = [from, to, [...keys.keys()], [...keys.values()]];
  const { day } = clockThere(new Date());
  const cells = await sql<KeyedCell>(KEYED_CELLS, [...values, own ? parentsOf(unit) : [], day]);
  return placesByKey(cells);
}

/** Of a province its districts of 2022 are what people remember; of the nation its 63 provinces. */
const TIER = { nation: 2, province: 3 };

interface Divided {
  unit: UnitLine;
  at: Date;
  communes: UnitLine[];
  places: Map<string, PastPlace>;
}

async function readDivided(sql: Sql, unit: UnitLine): Promise<Divided> {
  const { from, to } = scopeRange(unit.path);
  const [communes, origins, [now]] = await Promise.all([
    sql<UnitLine>(COMMUNES, [from, to]),
    sql<Origin>(ORIGINS, [from, to, unit.level === "nation" ? TIER.nation : TIER.province]),
    sql<{ at: Date }>("select statement_timestamp() as at"),
  ]);
  return { unit, at: now?.at ?? new Date(), communes, places: placesInPast(origins) };
}

function groupLines({ communes, places }: Pick<Divided, "communes" | "places">) {
  const groups = new Map<string, PastUnit & { communes: number }>();
  for (const { id } of communes) {
    const group = places.get(id)?.group;
    if (!group) continue;
    const line = groups.get(group.id) ?? { ...group, communes: 0 };
    line.communes += 1;
    groups.set(group.id, line);
  }
  const byName = (a: PastUnit, b: PastUnit) => a.name.localeCompare(b.name, "vi");
  return [...groups.values()].sort(byName);
}

const NONE = "none";

/** Communes of today by the unit of 2022 in which they count: of a province by district, of the nation by province. */
export const listGroups = query<string | undefined, GroupsPage>(
  "progress:read",
  async ({ sql, actor }, unitId) => {
    const unit = await getUnit(sql, actor, unitId);
    const { at, communes, places } = await readDivided(sql, unit);
    if (unit.level === "commune") {
      return { unit, at, groups: [], without: null, own: null };
    }
    const keys = new Map(
      communes.map(({ id, path }) => [path, places.get(id)?.group.id ?? NONE] as const),
    );
    const placeOf = await readPlaces(sql, unit, { keys, own: true });
    const own = placeOf("");
    const without = [...keys.values()].filter((key) => key === NONE).length;
    return {
      ...{ unit, at },
      groups: groupLines({ communes, places }).map((line) => ({ ...line, ...placeOf(line.id) })),
      without: without > 0 ? { communes: without, ...placeOf(NONE) } : null,
      own: own.figures.total > 0 || own.figures.open > 0 ? own : null,
    };
  },
  "snapshot",
);

/** The communes of today that count in one unit of 2022. */
export const listGroup = query<{ unit: string | undefined; group: string }, GroupPage>(
  "progress:read",
  async ({ sql, actor }, { unit: unitId, group: groupId }) => {
    const unit = await getUnit(sql, actor, unitId);
    const { at, communes, places } = await readDivided(sql, unit);
    const inside = communes.filter(({ id }) => places.get(id)?.group.id === groupId);
    const group = places.get(inside[0]?.id ?? "")?.group;
    if (!group) throw new AppError("NOT_FOUND");
    const keys = new Map(inside.map(({ path }) => [path, path]));
    const placeOf = await readPlaces(sql, unit, { keys, own: false });
    return {
      ...{ unit, at, group },
      communes: inside.map((one) => ({
        unit: one,
        others: places.get(one.id)?.others ?? [],
        ...placeOf(one.path),
      })),
      elsewhere: communes.flatMap((one) => {
        const place = places.get(one.id);
        const isPart = place?.others.some(({ id }) => id === groupId);
        return place && isPart ? [{ unit: one, group: place.group }] : [];
      }),
    };
  },
  "snapshot",
);
