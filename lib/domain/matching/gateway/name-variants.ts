import { repairName } from "../name-repair";
import { readToken, toneFreeKey } from "../name-token";
import type { MatchModel, NameFrequencies } from "../vocabulary";
import { strictName } from "./protocol";
import type { RepairKind } from "./question";
import { mendBar, mendHoiNga, placeTones, titleCase, writeIOrY } from "./spellings";

const TYPED: ReadonlySet<string> = new Set(["telex", "vni_typing", "viqr"]);

/** One way to write a field; `odds` say how likely it is the registry's, beside the other ways. */
export interface Variant<Value> {
  value: Value;
  kinds: RepairKind[];
  odds: number;
}

/** A text that is no Vietnamese hardly stands in the registry. */
const HARDLY = 0.001;

type Spelling = readonly [
  kind: RepairKind,
  odds: number,
  write: (name: string, known: Known) => string,
];
type Known = (word: string) => boolean;

/** Most of the registry writes the tone on the first of two vowels, and y where both are usual. */
const SPELLINGS: readonly Spelling[] = [
  ["fullName.tone_place", 0.4, (name) => placeTones(name, "first")],
  ["fullName.tone_place", 0.1, (name) => placeTones(name, "second")],
  ["fullName.i_y", 0.3, (name) => writeIOrY(name, "y")],
  ["fullName.i_y", 0.2, (name) => writeIOrY(name, "i")],
  ["fullName.hoi_nga", 0.5, mendHoiNga],
  ["fullName.d_bar", 0.5, mendBar],
];

/** The name as it is, then repaired and spelt otherwise; each written form once, the likelier first. */
export function nameVariants(name: string, model: MatchModel): Variant<string>[] {
  const { text, damage } = repairName(name, model.textRepairs);
  const isDamaged = strictName(text) !== strictName(name);
  const asIs: Variant<string> = { value: name, kinds: [], odds: isDamaged ? HARDLY : 1 };
  const kind = TYPED.has(damage ?? "") ? "typing" : "encoding";
  const read: Variant<string> = isDamaged
    ? { value: titleCase(text), kinds: [`fullName.${kind}`], odds: 1 }
    : { ...asIs, value: titleCase(name) };
  const known = knownWords(model.names);
  const once = SPELLINGS.flatMap((spelling) => spell(read, spelling, known));
  const twice = once.flatMap((variant) => SPELLINGS.flatMap((one) => spell(variant, one, known)));
  return distinct([asIs, read, ...once, ...twice]);
}

function spell(
  variant: Variant<string>,
  [kind, odds, write]: Spelling,
  known: Known,
): Variant<string>[] {
  const value = write(variant.value, known);
  if (value === variant.value || variant.kinds.includes(kind)) return [];
  return [{ value, kinds: [...variant.kinds, kind], odds: variant.odds * odds }];
}

function distinct(variants: Variant<string>[]): Variant<string>[] {
  const seen = new Set<string>();
  return [...variants]
    .sort((a, b) => b.odds - a.odds || a.kinds.length - b.kinds.length)
    .filter(({ value }) => !seen.has(strictName(value)) && seen.add(strictName(value)));
}

const KNOWN = new WeakMap<NameFrequencies, Set<string>>();

/** The words of names that the model knows, whatever the place of their tone. */
function knownWords(names: NameFrequencies): Known {
  let words = KNOWN.get(names);
  if (!words) {
    const listed = [names.surnames, names.middles, names.givens].flatMap(Object.keys);
    words = new Set(listed.map((word) => toneFreeKey(readToken(word))));
    KNOWN.set(names, words);
  }
  const known = words;
  return (word) => known.has(toneFreeKey(readToken(word)));
}
