import type { SexName } from "./name-tables";

/** Where someone lives: today's commune, and the commune of 2022 that it was then. */
export interface Place {
  communeCode: string;
  past: {
    code: string;
    provinceCode: string;
    provinceName: string;
    districtName: string;
    communeName: string;
  };
  hamlets: readonly string[];
}

/** A birth date of which only the year may be known, as for many old people in the registry. */
export interface Birth {
  year: number;
  month: number;
  day: number;
  yearOnly: boolean;
}

/**
 * One person with everything that a registry or a record may say. `guardian` is the grown-up whose
 * number or phone is entered for a child. A foreigner has a passport and is in no registry.
 */
export interface Resident {
  fullName: string;
  sex: SexName;
  birth: Birth;
  idNumber: string;
  oldIds: readonly string[];
  phone: string;
  place: Place;
  hamlet: string;
  house: string;
  guardian: Resident | null;
  foreign: boolean;
}

/** dd/MM/yyyy, or yyyy when only the year is known. */
export function writeBirth({ year, month, day, yearOnly }: Birth): string {
  return yearOnly ? String(year) : writeDate(year, month, day);
}

export function writeDate(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(day)}/${two(month)}/${year}`;
}

/** The year in which the records were written: ages are counted to it. */
export const CAMPAIGN_YEAR = 2022;

export function ageOf({ birth }: Resident): number {
  return CAMPAIGN_YEAR - birth.year;
}
