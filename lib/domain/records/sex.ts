import { foldName } from "./full-name";
import { accept, type Parsed, refuse } from "./parsed";

export type Sex = "male" | "female";

const WORDS = new Map<string, Sex>(
  Object.entries({
    nam: "male",
    male: "male",
    m: "male",
    "nam gioi": "male",
    "gioi tinh nam": "male",
    nu: "female",
    female: "female",
    f: "female",
    "nu gioi": "female",
    "gioi tinh nu": "female",
  }),
);

/** "Nữ" as it arrives in TCVN3, VNI-Windows, UTF-8 read as cp1252, and typed in Telex or VNI. */
const DAMAGED = new Set(["N÷", "Nöõ", "Ná»¯", "Nuwx", "Nu74"]);

/** 1 and 2 as in the health-insurance data standard (1 male, 2 female). */
const CODED = new Map<string, Sex>([
  ["1", "male"],
  ["2", "female"],
]);

/**
 * Reads a sex written in words, in damaged encodings or as the health-insurance code.
 * "0" is refused: some systems write it for women and the ID number writes it for men.
 * Codes: `sexMissing`, `sexUnknown`; warning `sexCoded`.
 */
export function parseSex(text: string): Parsed<Sex> {
  const trimmed = text.normalize("NFC").trim();
  if (trimmed === "") return refuse("sexMissing");
  if (DAMAGED.has(trimmed)) return accept("female");
  const coded = CODED.get(trimmed);
  if (coded) return accept(coded, "sexCoded");
  const word = WORDS.get(foldName(trimmed));
  return word ? accept(word) : refuse("sexUnknown");
}
