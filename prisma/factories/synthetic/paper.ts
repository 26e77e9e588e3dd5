import { ageOf, type Resident } from "./resident";
import type { Rng } from "./rng";

/** What the platform says about a person beside the compared fields. */
export interface Paper {
  documentType: string;
  insuranceNumber: string;
  group: string;
}

/** The kind of paper that the number as written looks like; nothing when there is none. */
export function documentType(idNumber: string, foreign: boolean): string {
  if (foreign) return "Hộ chiếu";
  const digits = idNumber.replace(/\D/g, "").length;
  if (digits === 0) return "";
  return digits === 8 || digits === 9 ? "CMND" : "CCCD";
}

/** 15 characters, or the last ten as newer cards print them; many have none in the list. */
export function insuranceNumber(resident: Resident, rng: Rng): string {
  if (resident.foreign || rng.chance(0.35)) return "";
  const code = ageOf(resident) < 16 ? "HS" : rng.pick(["DN", "GD", "GD", "HC", "BT"]);
  const last = Array.from({ length: 10 }, () => rng.int(10)).join("");
  return rng.chance(0.3) ? last : `${code}4${resident.place.past.provinceCode}${last}`;
}

const WORKERS = ["Nhân viên y tế", "Công nhân khu công nghiệp", "Giáo viên", "Lực lượng công an"];

export function groupOf(resident: Resident, rng: Rng): string {
  const age = ageOf(resident);
  if (resident.foreign) return "Người nước ngoài";
  if (age < 12) return "Trẻ em từ 5 đến dưới 12 tuổi";
  if (age < 18) return "Trẻ em từ 12 đến 17 tuổi";
  if (age >= 65) return "Người từ 65 tuổi trở lên";
  return rng.chance(0.2) && age < 60 ? rng.pick(WORKERS) : "Người từ 18 tuổi trở lên";
}
