import { foldName } from "@/lib/domain/records/full-name";
import type { Column, ColumnKey, DoseKey, Profile } from "./profile";

/** What a title says; `rank` 0 is the profile's own spelling, higher is less certain. */
export type Title =
  | { kind: "person"; key: ColumnKey; rank: number }
  | { kind: "dose"; key: DoseKey; doseNo: number | null; rank: number };

interface TitleIndex {
  person: Map<string, { key: ColumnKey; rank: number }>;
  dose: Map<string, { key: DoseKey; rank: number }>;
}

const DOSE_NUMBER = [
  /\b(?:mui|lan)(?: tiem)?(?: thu| so)? (\d{1,2})\b/,
  /\b(\d{1,2})$/,
  /^(\d{1,2})\b/,
];
const MOST_DOSES = 20;

const indexes = new WeakMap<Profile, TitleIndex>();

function indexOf(profile: Profile): TitleIndex {
  const known = indexes.get(profile);
  if (known) return known;
  const index = {
    person: indexColumns([...profile.columns, ...profile.tail]),
    dose: indexColumns(profile.doseColumns),
  };
  indexes.set(profile, index);
  return index;
}

function indexColumns<Key extends string>(columns: readonly Column<Key>[]) {
  const index = new Map<string, { key: Key; rank: number }>();
  for (const { key, title, aliases } of columns) {
    for (const [rank, spelling] of [title, ...aliases].entries()) {
      const folded = foldName(spelling);
      if (!index.has(folded)) index.set(folded, { key, rank });
    }
  }
  return index;
}

/**
 * Recognises a column title whatever its case, marks, punctuation or line breaks, with or without a
 * remark in brackets ("Ngày sinh (dd/mm/yyyy)"). Null when it is not a title of the profile.
 */
export function readTitle(profile: Profile, text: string): Title | null {
  const index = indexOf(profile);
  const whole = foldName(text);
  const bare = foldName(text.replace(/[([][^)\]]*[)\]]/g, " "));
  for (const folded of whole === bare ? [whole] : [whole, bare]) {
    const person = index.person.get(folded);
    if (person) return { kind: "person", ...person };
  }
  return readDoseTitle(index, whole) ?? readDoseTitle(index, bare);
}

function readDoseTitle(index: TitleIndex, folded: string): Title | null {
  const single = index.dose.get(folded);
  if (single) return { kind: "dose", doseNo: null, ...single };
  for (const pattern of DOSE_NUMBER) {
    const found = pattern.exec(folded);
    const doseNo = Number(found?.[1]);
    if (!found || doseNo < 1 || doseNo > MOST_DOSES) continue;
    const rest = folded.replace(found[0], " ").replace(/\s+/g, " ").trim();
    const dose = rest === "" && /mui|lan/.test(found[0]) ? NUMBER : index.dose.get(rest);
    if (dose) return { kind: "dose", doseNo, ...dose };
  }
  return null;
}

const NUMBER = { key: "number", rank: 0 } as const;
