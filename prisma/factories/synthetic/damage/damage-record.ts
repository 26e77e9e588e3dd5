import type { DamageProfile } from "../profiles";
import { type Rng, weighted } from "../rng";
import type { Slot } from "../slots";
import { ADDRESS_DAMAGE, PHONE_DAMAGE } from "./contact";
import { DATE_CONTENT, DATE_WRITING } from "./dates";
import { NUMBER_DAMAGE, NUMBER_UNUSABLE } from "./id-numbers";
import type { DamageContext, DamagedField, DamageKind } from "./kind";
import { NAME_CONTENT } from "./name-content";
import { NAME_ENCODING } from "./name-encoding";
import { NAME_WRITING } from "./name-writing";
import { SEX_DAMAGE } from "./sexes";

/** The values of a record that damage may touch, as texts. */
export type Draft = Record<DamagedField, string>;

/** Everything that a truth may name, apart from where the list puts the person. */
export const DAMAGE_NAMES = [
  NAME_WRITING,
  NAME_ENCODING,
  NAME_CONTENT,
  DATE_CONTENT,
  DATE_WRITING,
  SEX_DAMAGE,
  NUMBER_DAMAGE,
  NUMBER_UNUSABLE,
  PHONE_DAMAGE,
  ADDRESS_DAMAGE,
].flatMap((kinds) => kinds.map(({ name }) => name));

type Pool = (rng: Rng) => DamageKind;

function pool(...lists: DamageKind[][]): Pool {
  return weighted(lists.flat().map((kind) => [kind, kind.weight] as const));
}

const IN_REGISTRY = pool(
  NAME_WRITING,
  NAME_ENCODING,
  NAME_CONTENT,
  DATE_CONTENT,
  SEX_DAMAGE,
  NUMBER_DAMAGE,
);
const UNUSABLE = pool(NUMBER_UNUSABLE);
const CONTACT = pool(PHONE_DAMAGE, ADDRESS_DAMAGE);
const WRITTEN_DATE = pool(DATE_WRITING);

/** More tries than it ever takes: an empty answer means that a value can't go wrong in that way. */
const TRIES = 60;

/** Damages the draft in place and names what was done. What is written of foreigners is left alone. */
export function damageRecord(
  draft: Draft,
  { kind }: Pick<Slot, "kind">,
  { context, profile }: { context: DamageContext; profile: DamageProfile },
): string[] {
  const done: DamageKind[] = [];
  const { rng } = context;
  if (kind === "unusable") damageOnce(draft, UNUSABLE, { context, done });
  const troubled = kind === "outside" && rng.chance(profile.failing);
  if (kind === "failing" || troubled) damageOnce(draft, IN_REGISTRY, { context, done });
  if (kind === "failing" || kind === "unusable") damageFurther(draft, { context, done }, profile);
  if (rng.chance(profile.contact)) damageOnce(draft, CONTACT, { context, done });
  return done.map(({ name }) => name);
}

interface Progress {
  context: DamageContext;
  done: DamageKind[];
}

function damageFurther(draft: Draft, progress: Progress, profile: DamageProfile): void {
  const { rng } = progress.context;
  if (rng.chance(profile.second)) {
    damageOnce(draft, IN_REGISTRY, progress);
    if (rng.chance(profile.third)) damageOnce(draft, IN_REGISTRY, progress);
  }
  if (rng.chance(profile.dateWriting)) damageOnce(draft, WRITTEN_DATE, progress);
}

/** Does one more thing to a field that is still as it was. */
function damageOnce(draft: Draft, draw: Pool, { context, done }: Progress): void {
  for (let tries = 0; tries < TRIES; tries++) {
    const kind = draw(context.rng);
    if (done.some(({ field }) => field === kind.field)) continue;
    const value = draft[kind.field];
    const damaged = kind.apply(value, context);
    if (damaged === null || damaged === value) continue;
    draft[kind.field] = damaged;
    done.push(kind);
    return;
  }
}
