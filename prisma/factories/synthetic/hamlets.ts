import type { Unit } from "@/lib/domain/units/unit";
import type { Resident } from "./resident";
import { createRng, type Rng } from "./rng";

const NAMES =
  "Tân Lập,Bình Hòa,Phước Lộc,Tân Tiến,Thạnh Lợi,An Bình,Long Thới,Hòa Hợp,Trường An,Bàu Sen,Cầu Xáng,Gò Dầu,Suối Cát,Rạch Rừng,Thuận Hòa,Phú Mỹ,Đồng Tâm,Vĩnh Phước".split(
    ",",
  );

const STREETS =
  "Lê Lợi,Trần Hưng Đạo,Nguyễn Huệ,Cách Mạng Tháng Tám,Hùng Vương,Nguyễn Trãi,Lý Thường Kiệt,Võ Thị Sáu,30/4,Phạm Ngũ Lão".split(
    ",",
  );

/** South of this code (Bình Phước) a hamlet is an "ấp", north of it a "thôn". */
const FIRST_SOUTHERN_CODE = "70";

/** The hamlets of a commune of 2022, always the same ones; enough to deal out to `parts` successors. */
export function hamletNames(commune: Unit, provinceCode: string, parts: number): string[] {
  const rng = createRng("hamlets", commune.code);
  const south = provinceCode >= FIRST_SOUTHERN_CODE;
  const rural = commune.name.startsWith("Xã");
  const word = rural ? (south ? "Ấp" : "Thôn") : south ? "Khu phố" : "Tổ dân phố";
  const count = (3 + rng.int(5)) * parts;
  const named = rural && rng.chance(0.6);
  const start = rng.int(NAMES.length);
  return Array.from({ length: count }, (_, at) =>
    named && at < NAMES.length
      ? `${word} ${NAMES[(start + at) % NAMES.length]}`
      : `${word} ${at + 1}`,
  );
}

/** What stands before the hamlet in an address; often nothing in the country. */
export function houseOf(hamlet: string, rng: Rng): string {
  const number = rng.chance(0.2) ? `${1 + rng.int(99)}/${1 + rng.int(40)}` : `${1 + rng.int(450)}`;
  if (/^(Khu phố|Tổ dân phố)/.test(hamlet)) {
    return rng.chance(0.7)
      ? `${number} ${rng.pick(STREETS)}`
      : `Số ${number}, Tổ ${1 + rng.int(20)}`;
  }
  if (rng.chance(0.4)) return "";
  return rng.chance(0.5) ? `Số ${number}` : `Số ${number}, Tổ ${1 + rng.int(12)}`;
}

/** The address as a registry has it. */
export function writeAddress({ house, hamlet }: Pick<Resident, "house" | "hamlet">): string {
  return house === "" ? hamlet : `${house}, ${hamlet}`;
}
