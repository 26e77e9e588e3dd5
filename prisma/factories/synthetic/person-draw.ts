import { houseOf } from "./hamlets";
import type { SexName } from "./name-tables";
import { mobilePhone, type NumberOffice } from "./numbers";
import type { Birth, Place, Resident } from "./resident";
import type { Rng } from "./rng";

/** What the members of a household share. */
export interface Home {
  place: Place;
  hamlet: string;
  house: string;
  phone: string;
}

export function drawHome(place: Place, rng: Rng): Home {
  const hamlet = rng.pick(place.hamlets);
  return { place, hamlet, house: houseOf(hamlet, rng), phone: mobilePhone(rng) };
}

/** Who is to be made: everything that the household decides. */
export interface Member {
  fullName: string;
  sex: SexName;
  birth: Birth;
  home: Home;
  guardian: Resident | null;
}

/** Chance, and the office that gives the numbers. */
export interface Source {
  rng: Rng;
  office: NumberOffice;
}

/** Nobody born later has an old CMND: children got their first card as a CCCD. */
const LAST_CMND_YEAR = 2003;
/** The number tells where the birth was registered, not where the person lives. */
const BORN_ELSEWHERE = 0.22;
const OWN_PHONE = 0.72;
/** Real numbers were issued with a wrong year or sex, and some were cancelled and issued again. */
const WRONGLY_ISSUED = 0.002;
const REISSUED = 0.004;

const PROVINCES =
  "01 30 31 34 36 38 40 42 46 48 49 51 52 54 56 60 64 66 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 94 96".split(
    " ",
  );

export function drawResident(member: Member, source: Source): Resident {
  const { home, birth, sex } = member;
  const { rng, office } = source;
  const local = home.place.past.provinceCode;
  const province = rng.chance(BORN_ELSEWHERE) ? rng.pick(PROVINCES) : local;
  const cancelled = rng.chance(REISSUED)
    ? [office.personal(province, { sex, year: birth.year })]
    : [];
  return {
    fullName: member.fullName,
    sex,
    birth,
    idNumber: office.personal(province, printedOn({ sex, year: birth.year }, rng)),
    oldIds: [...cmnds({ birth, provinces: [province, local] }, source), ...cancelled],
    phone: birth.year <= 2004 && rng.chance(OWN_PHONE) ? mobilePhone(rng) : home.phone,
    place: home.place,
    hamlet: home.hamlet,
    house: home.house,
    guardian: member.guardian,
    foreign: false,
  };
}

/** The sex and year that a number is given for: now and then not the holder's. */
function printedOn({ sex, year }: { sex: SexName; year: number }, rng: Rng) {
  if (!rng.chance(WRONGLY_ISSUED)) return { sex, year };
  if (rng.chance(0.5)) return { sex: sex === "Nam" ? ("Nữ" as const) : ("Nam" as const), year };
  return { sex, year: year + (rng.chance(0.5) ? 1 : -1) };
}

/** None, one, or a second one from the province that the person moved to. */
function cmnds(
  { birth, provinces }: { birth: Birth; provinces: [string, string] },
  { rng, office }: Source,
): string[] {
  if (birth.year > LAST_CMND_YEAR || !rng.chance(0.85)) return [];
  const [born, lives] = provinces;
  const first = office.cmnd(born);
  return rng.chance(0.06) ? [first, office.cmnd(lives)] : [first];
}
