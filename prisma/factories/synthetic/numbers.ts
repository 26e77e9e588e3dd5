import { readRows } from "@/prisma/data/unit-files";
import type { SexName } from "./name-tables";
import type { Rng } from "./rng";

/** Hands out numbers that it never hands out twice. */
export interface NumberOffice {
  /** 12 digits for someone whose birth was registered in a province (code of 2022, two digits). */
  personal(provinceCode: string, holder: { sex: SexName; year: number }): string;
  /** 9 digits. */
  cmnd(provinceCode: string): string;
}

interface CodeRow {
  code: string;
  gso_code_2022: string;
  cmnd9_prefix_hint: string;
}

/** The step through the serial numbers: it shares no factor with 10 or 9, so none comes twice. */
const STEP = 618_031;

/** Offices of different parts never hand out the same number. */
export type OfficePart = "registry" | "elsewhere";
/** One serial in ten is kept for people who are not in the registry. */
const ELSEWHERE_SHARE = 10;

/**
 * Serials run through a fixed permutation for each prefix, which takes a counter and not a set of
 * all numbers given so far: a million people fit in little memory.
 */
export function openOffice(part: OfficePart): NumberOffice {
  const codes = new Map(
    readRows<CodeRow>("cccd_province_codes.csv").map((row) => [row.gso_code_2022, row]),
  );
  const given = new Map<string, number>();
  const serial = (prefix: string, digits: number) => {
    const count = given.get(prefix) ?? 0;
    given.set(prefix, count + 1);
    return prefix + writeSerial(count, { prefix, digits, part });
  };
  return {
    personal(provinceCode, { sex, year }) {
      const code = codes.get(provinceCode)?.code ?? "079";
      const century = (Math.floor(year / 100) - 19) * 2 + (sex === "Nam" ? 0 : 1);
      return serial(`${code}${century}${String(year % 100).padStart(2, "0")}`, 6);
    },
    cmnd(provinceCode) {
      const hint = codes.get(provinceCode)?.cmnd9_prefix_hint ?? "";
      const [prefix = "02"] = hint.split("|").filter(Boolean);
      return serial(prefix, 9 - prefix.length);
    },
  };
}

function writeSerial(
  count: number,
  { prefix, digits, part }: { prefix: string; digits: number; part: OfficePart },
): string {
  const all = 10 ** digits;
  const elsewhere = all / ELSEWHERE_SHARE;
  const [from, size] = part === "registry" ? [elsewhere, all - elsewhere] : [0, elsewhere];
  if (count >= size) throw new Error(`no number left with ${prefix}`);
  const start = Number.parseInt(prefix, 10) * 7919;
  return String(from + ((start + count * STEP) % size)).padStart(digits, "0");
}

const MOBILE_PREFIXES =
  "032 033 034 035 036 037 038 039 070 076 077 078 079 081 082 083 084 085 056 058 086 088 089 090 091 093 094 096 097 098".split(
    " ",
  );

/** A mobile number of ten digits; two people may get the same one, as in life. */
export function mobilePhone(rng: Rng): string {
  return rng.pick(MOBILE_PREFIXES) + String(rng.int(10_000_000)).padStart(7, "0");
}
