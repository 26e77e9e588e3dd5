import { hamletNamesIn } from "./hamlet-address";
import { foldHamletName, sameHamletName } from "./hamlet-name";

/** What a commune has decided of names in addresses, and the hamlets that it has named. */
export interface HamletsOfCommune {
  hamlets: readonly { id: string; name: string }[];
  /** by `ruleKey`; a hamlet of null is "not in this commune" */
  rules: ReadonlyMap<string, { id: string; hamletId: string | null }>;
}

/** Where a record goes, and by which rule; null for its commune's own name of the hamlet. */
export interface HamletPlace {
  hamletId: string;
  ruleId: string | null;
}

/** A rule is kept by the commune as the file names it ("" where it names none) and the folded name. */
export function ruleKey(fromUnitId: string, folded: string): string {
  return `${fromUnitId} ${folded}`;
}

function byName(name: string, hamlets: HamletsOfCommune["hamlets"]): string | null {
  const folded = foldHamletName(name);
  const alike = hamlets.filter((hamlet) => foldHamletName(hamlet.name) === folded);
  if (alike.length === 1) return alike[0]?.id ?? null;
  const [same, ...others] = alike.filter((hamlet) => sameHamletName(hamlet.name, name));
  return same && others.length === 0 ? same.id : null;
}

/**
 * The hamlet that an address names: by a rule of the commune, else by the hamlet's own name. Null when it
 * names none, or one that was said not to lie in this commune.
 */
export function placeInHamlet(
  of: { address: string; fromUnitId: string },
  commune: HamletsOfCommune,
): HamletPlace | null {
  for (const name of hamletNamesIn(of.address)) {
    const rule = commune.rules.get(ruleKey(of.fromUnitId, foldHamletName(name)));
    if (rule) return rule.hamletId ? { hamletId: rule.hamletId, ruleId: rule.id } : null;
    const hamletId = byName(name, commune.hamlets);
    if (hamletId) return { hamletId, ruleId: null };
  }
  return null;
}
