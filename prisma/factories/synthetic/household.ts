import { daysInMonth } from "@/lib/domain/records/calendar";
import { childName, type Family, foundFamily, parentName } from "./family-names";
import type { SexName } from "./name-tables";
import { drawHome, drawResident, type Home, type Source } from "./person-draw";
import type { Birth, Place, Resident } from "./resident";
import type { Rng } from "./rng";

/** Shares of households with something that makes people easy to take for each other. */
const TWINS = 0.03;
const NEAR_NAMES = 0.04;
const SAME_NAME_AS_FATHER = 0.008;

const FIRST_YEAR = 1922;
/** The youngest who could be vaccinated: five years old in 2022. */
const LAST_YEAR = 2016;
/** Of those born before this year, many know the year of their birth only. */
const YEAR_ONLY_BEFORE = 1960;

type Draw = Source & { home: Home; family: Family };

/** Everyone at one address, the grown-ups first. */
export function drawHousehold(place: Place, source: Source): Resident[] {
  const { rng } = source;
  const draw = { ...source, home: drawHome(place, rng), family: foundFamily(rng) };
  const year = 1938 + Math.floor(60 * rng.next() ** 0.8);
  const father = adult(draw, "Nam", year);
  if (rng.chance(0.14)) return [rng.chance(0.5) ? father : adult(draw, "Nữ", year)];
  const mother = adult(draw, "Nữ", clampYear(year + rng.int(7) - 1));
  const elders = rng.chance(0.2) ? drawElders(draw, year) : [];
  return [...elders, father, mother, ...drawChildren(draw, { father, mother })];
}

function drawElders(draw: Draw, headYear: number): Resident[] {
  const year = headYear - 20 - draw.rng.int(12);
  if (year < FIRST_YEAR) return [];
  const both: SexName[] = draw.rng.chance(0.45) ? ["Nam", "Nữ"] : ["Nữ"];
  return both.map((sex) => adult(draw, sex, year));
}

function adult(draw: Draw, sex: SexName, year: number): Resident {
  const { rng, family, home } = draw;
  const fullName = parentName(family, { sex, year }, rng);
  return drawResident({ fullName, sex, birth: drawBirth(year, rng), home, guardian: null }, draw);
}

type Parents = { father: Resident; mother: Resident };

function drawChildren(draw: Draw, parents: Parents): Resident[] {
  const { rng } = draw;
  const count = [0, 1, 1, 2, 2, 2, 3][rng.int(7)] ?? 0;
  let year = parents.mother.birth.year + 19 + rng.int(10);
  const children: Resident[] = [];
  for (let each = 0; each < count && year <= LAST_YEAR; each++) {
    children.push(drawChild(draw, parents, { birth: drawBirth(year, rng), before: children }));
    year += 2 + rng.int(5);
  }
  const last = children.at(-1);
  if (last && rng.chance(TWINS)) children.push(drawTwin(draw, parents, last));
  return children;
}

function drawChild(
  draw: Draw,
  parents: Parents,
  { birth, before }: { birth: Birth; before: Resident[] },
): Resident {
  const { rng } = draw;
  const sex = rng.chance(0.52) ? "Nam" : "Nữ";
  const sibling = before.find((other) => other.sex === sex);
  const fullName =
    sex === "Nam" && before.length === 0 && rng.chance(SAME_NAME_AS_FATHER)
      ? parents.father.fullName
      : childName(
          draw.family,
          { sex, year: birth.year },
          {
            rng,
            near: sibling && rng.chance(NEAR_NAMES) ? sibling.fullName : null,
          },
        );
  return child(draw, parents, { fullName, sex, birth });
}

/** Same day, most often the same sex, and a name one letter or one word apart. */
function drawTwin(draw: Draw, parents: Parents, other: Resident): Resident {
  const { rng, family } = draw;
  const opposite = other.sex === "Nam" ? "Nữ" : "Nam";
  const sex = rng.chance(0.75) ? other.sex : opposite;
  const near = sex === other.sex ? other.fullName : null;
  const fullName = childName(family, { sex, year: other.birth.year }, { rng, near });
  return child(draw, parents, { fullName, sex, birth: other.birth });
}

function child(
  draw: Draw,
  { father, mother }: Parents,
  { fullName, sex, birth }: Pick<Resident, "fullName" | "sex" | "birth">,
): Resident {
  const guardian = draw.rng.chance(0.6) ? mother : father;
  return drawResident({ fullName, sex, birth, home: draw.home, guardian }, draw);
}

function clampYear(year: number): number {
  return Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
}

function drawBirth(year: number, rng: Rng): Birth {
  const yearOnly = year < YEAR_ONLY_BEFORE && rng.chance(0.06);
  const month = 1 + rng.int(12);
  return { year, month, day: 1 + rng.int(daysInMonth(year, month)), yearOnly };
}
