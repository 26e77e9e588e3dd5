import { readText } from "@/prisma/data/unit-files";
import { ageOf, type Resident, writeDate } from "./resident";
import { type Rng, weighted } from "./rng";

export interface SyntheticDose {
  number: number;
  /** dd/MM/yyyy */
  date: string;
  vaccine: string;
  lot: string;
  facility: string;
}

interface Vaccine {
  name: string;
  weight: number;
  lot: string;
  fromAge: number;
  toAge?: number;
}

let vaccines: Vaccine[] | undefined;

function vaccineFor(age: number, rng: Rng): Vaccine {
  vaccines ??= (JSON.parse(readText("vaccines.json")) as { vaccines: Vaccine[] }).vaccines;
  const fit = vaccines.filter(({ fromAge, toAge = 200 }) => age >= fromAge && age <= toAge);
  return weighted(fit.map((vaccine) => [vaccine, vaccine.weight] as const))(rng);
}

const DAY = 86_400_000;
/** First injections: grown-ups from 08/03/2021, twelve to seventeen from 27/10/2021, five to eleven from 14/04/2022. */
const STARTS = [
  { fromAge: 18, first: Date.UTC(2021, 5, 1), days: 180, counts: [1, 4, 30, 56, 9] },
  { fromAge: 12, first: Date.UTC(2021, 9, 27), days: 90, counts: [2, 10, 74, 14] },
  { fromAge: 0, first: Date.UTC(2022, 3, 14), days: 60, counts: [20, 45, 35] },
];
/** Least and further days between one dose and the next. */
const GAPS = [
  [21, 45],
  [90, 70],
  [120, 60],
] as const;

/** None to four doses in order, as age and campaign allow, most with the same vaccine twice. */
export function drawDoses(resident: Resident, rng: Rng): SyntheticDose[] {
  const age = ageOf(resident);
  const start = STARTS.find(({ fromAge }) => age >= fromAge) ?? STARTS[0];
  if (!start) return [];
  const count = weighted(start.counts.map((share, doses) => [doses, share] as const))(rng);
  const doses: SyntheticDose[] = [];
  let day = start.first + rng.int(start.days) * DAY;
  let vaccine = vaccineFor(age, rng);
  for (let number = 1; number <= count; number++) {
    if (number === 3 || rng.chance(0.05)) vaccine = vaccineFor(age, rng);
    doses.push(writeDose({ number, day, vaccine }, resident, rng));
    const [least, further] = GAPS[number - 1] ?? GAPS[2];
    day += (least + rng.int(further)) * DAY;
  }
  return doses;
}

function writeDose(
  { number, day, vaccine }: { number: number; day: number; vaccine: Vaccine },
  resident: Resident,
  rng: Rng,
): SyntheticDose {
  const date = new Date(day);
  return {
    number,
    date: writeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()),
    vaccine: vaccine.name,
    lot: lotOf(vaccine, rng),
    facility: facilityOf(resident, rng),
  };
}

/** A few hundred lots of each vaccine: many people have the same one. */
function lotOf({ name, lot }: Vaccine, rng: Rng): string {
  let mixed = (rng.int(300) + 1) * 7919 + name.length * 104_729;
  return lot.replace(/[A9]/g, (place) => {
    mixed = (Math.imul(mixed, 1_103_515_245) + 12_345) >>> 0;
    const drawn = mixed >>> 16;
    return place === "9" ? String(drawn % 10) : "ABCDEFGHJKLMNPRTVWXY".charAt(drawn % 20);
  });
}

function facilityOf({ place: { past } }: Resident, rng: Rng): string {
  const station = `Trạm Y tế ${past.communeName.charAt(0).toLowerCase()}${past.communeName.slice(1)}`;
  if (rng.chance(0.7)) return station;
  const centre = `Trung tâm Y tế ${past.districtName.charAt(0).toLowerCase()}${past.districtName.slice(1)}`;
  return rng.chance(0.7) ? centre : `Bệnh viện Đa khoa ${past.provinceName}`;
}
