import type { Unit } from "@/lib/domain/units/unit";
import {
  ancestorAt,
  findUnit,
  type SuccessorUnit,
  type UnitIndex,
  unitsOf,
} from "@/lib/domain/units/unit-index";
import { hamletNames } from "./hamlets";
import type { Place } from "./resident";
import { createRng, type Rng, weighted } from "./rng";

/** A commune of 2022 and the commune of today in which its people are put. */
export interface Residence {
  pastCode: string;
  communeCode: string;
}

export interface PlaceChoice {
  /** Codes of today's communes; people live in these only. */
  communes: readonly string[];
  /** Pairs that the table of successors does not give, for communes of 2022 without a successor. */
  further: readonly Residence[];
}

/** Provinces whose communes people live in when none are named: Tây Ninh and Thành phố Hồ Chí Minh. */
const DEFAULT_PROVINCES = ["80", "79"];

export function defaultCommunes(index: UnitIndex): string[] {
  const provinces = DEFAULT_PROVINCES.map((code) => findUnit(code, "today", index)?.id);
  return unitsOf("today", "commune", index)
    .filter(({ parentId }) => provinces.includes(parentId ?? ""))
    .map(({ code }) => code);
}

interface ShareOfPlace {
  place: Place;
  /** How much of a commune of 2022 this is. */
  share: number;
}

/** Draws a place; each of today's communes has its share, whatever it was made of. */
export function placeDraw(choice: PlaceChoice, index: UnitIndex): (rng: Rng) => Place {
  const shares = [...peopledPlaces(choice.communes, index), ...furtherPlaces(choice, index)];
  const whole = new Map<string, number>();
  for (const { place, share } of shares) {
    whole.set(place.communeCode, (whole.get(place.communeCode) ?? 0) + share);
  }
  return weighted(
    shares.map(({ place, share }) => {
      const size = 0.6 + createRng("size", place.communeCode).next();
      return [place, (size * share) / (whole.get(place.communeCode) ?? 1)] as const;
    }),
  );
}

function peopledPlaces(communes: readonly string[], index: UnitIndex): ShareOfPlace[] {
  const wanted = new Set(communes);
  return [...index.successors].flatMap(([pastId, steps]) => {
    const past = index.byId.get(pastId);
    if (past?.level !== "commune") return [];
    const peopled = peopledSteps(steps);
    const parts = peopled.length;
    return peopled.flatMap(({ unit }, part) => {
      if (!wanted.has(unit.code)) return [];
      const place = placeOf(past, { communeCode: unit.code, part, parts, index });
      return [{ place, share: 1 / parts }];
    });
  });
}

/**
 * Land without people is left out. So are communes merged before 2025 for which the table names
 * several successors, because those were guessed from names.
 */
function peopledSteps(steps: readonly SuccessorUnit[]): SuccessorUnit[] {
  if (steps.length > 1 && steps.some(({ relation }) => relation === "merged_before_2025"))
    return [];
  return steps.filter(({ relation }) => relation !== "part_area_only");
}

/** Few people: these communes are there to be seen, not to fill the lists. */
const FURTHER_SHARE = 0.2;

function furtherPlaces({ further }: PlaceChoice, index: UnitIndex): ShareOfPlace[] {
  return further.map(({ pastCode, communeCode }) => {
    const past = findUnit(pastCode, "past", index);
    if (!past) throw new Error(`no commune ${pastCode} in 2022`);
    const place = placeOf(past, { communeCode, part: 0, parts: 1, index });
    return { place, share: FURTHER_SHARE };
  });
}

/** The hamlets of a split commune are dealt out to its parts, so that a hamlet tells the new commune. */
function placeOf(
  past: Unit,
  {
    communeCode,
    part,
    parts,
    index,
  }: { communeCode: string; part: number; parts: number; index: UnitIndex },
): Place {
  const nameAt = (level: Unit["level"]) => ancestorAt(past, level, index)?.name ?? "";
  const hamlets = hamletNames(past, ancestorAt(past, "province", index)?.code ?? "", parts);
  return {
    communeCode,
    past: {
      code: past.code,
      provinceCode: ancestorAt(past, "province", index)?.code ?? "",
      provinceName: nameAt("province"),
      districtName: nameAt("district"),
      communeName: past.name,
    },
    hamlets: hamlets.filter((_, at) => at % parts === part),
  };
}
