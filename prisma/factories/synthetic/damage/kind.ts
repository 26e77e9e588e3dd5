import type { Resident } from "../resident";
import type { Rng } from "../rng";

/** The columns of a record that damage may touch. */
export type DamagedField = "fullName" | "birthDate" | "sex" | "idNumber" | "phone" | "address";

/** What a kind of damage may look at. */
export interface DamageContext {
  rng: Rng;
  resident: Resident;
}

/**
 * One way in which a value goes wrong. `apply` answers null when this value can't go wrong so.
 * `weight` is how often it happens beside the other kinds of its list.
 */
export interface DamageKind {
  name: string;
  field: DamagedField;
  weight: number;
  apply(value: string, context: DamageContext): string | null;
}

type Apply = DamageKind["apply"];

/** A list of kinds for one field, from name → [weight, apply]. */
export function kindsOf(
  field: DamagedField,
  kinds: Record<string, readonly [number, Apply]>,
): DamageKind[] {
  return Object.entries(kinds).map(([name, [weight, apply]]) => ({ name, field, weight, apply }));
}

/** The words of a name with one of them changed; null when no word can be. */
export function changeWord(
  text: string,
  change: (word: string) => string | null,
  { rng }: Pick<DamageContext, "rng">,
): string | null {
  const words = text.split(" ");
  const changed = words.map((word) => {
    const next = change(word);
    return next === word ? null : next;
  });
  const places = words.map((_, at) => at).filter((at) => changed[at] !== null);
  if (places.length === 0) return null;
  const at = rng.pick(places);
  return words.map((word, index) => (index === at ? (changed[at] ?? word) : word)).join(" ");
}

/** Lower or upper case like the model's first letter. */
export function likeFirst(model: string, word: string): string {
  const first = model.charAt(0);
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
