// Words that say what kind of unit a name is; only the name itself stands before the date.
const TYPES = /^(tỉnh|thành phố|phường|xã|thị trấn|đặc khu)\s+/iu;

/**
 * The place that heads an official paper: "Phường Tân Ninh" is "Tân Ninh"; a unit named by a number
 * keeps its type ("Phường 1"). Source: Decree 30/2020/NĐ-CP, appendix I, part II, point 4.
 */
export function paperPlace(unitName: string): string {
  const name = unitName.replace(TYPES, "");
  return /^\d/.test(name) ? unitName : name;
}

export interface PaperDate {
  day: string;
  month: string;
  year: string;
}

/**
 * The parts of a date (yyyy-MM-dd) as official papers write them: days below ten and the first two
 * months take a leading zero. Source: as above.
 */
export function paperDate(date: string): PaperDate {
  const [year = "", month = "", day = ""] = date.split("-");
  return { day, month: Number(month) <= 2 ? month : String(Number(month)), year };
}
