import { repairName } from "./name-repair";
import { type NameToken, plainKey, readToken, soundKey } from "./name-token";
import type { MatchModel, TextRepair } from "./vocabulary";

/** A name made ready for comparing; `raw` is as received, `text` after repair. */
export interface PreparedName {
  raw: string;
  text: string;
  damage: TextRepair | null;
  tokens: NameToken[];
  /** Does any letter carry a mark (or is any a đ)? */
  marked: boolean;
  /** All letters without marks and spaces. */
  compact: string;
}

/** One record is prepared for its keys, for each round and for what would settle it. */
let lately = new Map<string, PreparedName | null>();
let latelyFor: readonly TextRepair[] | null = null;
const MOST_REMEMBERED = 64;

/** Prepares a name; null for a text without a single letter. */
export function prepareName(raw: string | null, model: MatchModel): PreparedName | null {
  if (raw === null) return null;
  if (latelyFor !== model.textRepairs || lately.size >= MOST_REMEMBERED) {
    lately = new Map();
    latelyFor = model.textRepairs;
  }
  const known = lately.get(raw);
  if (known !== undefined) return known;
  const prepared = prepareNew(raw, model);
  lately.set(raw, prepared);
  return prepared;
}

function prepareNew(raw: string, model: MatchModel): PreparedName | null {
  const { text, damage } = repairName(raw, model.textRepairs);
  const tokens = text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(readToken);
  if (!tokens.some((token) => /\p{L}/u.test(token.plain))) return null;
  return {
    raw,
    text,
    damage,
    tokens,
    marked: tokens.some((token) => token.text !== token.plain),
    compact: tokens.map(plainKey).join(""),
  };
}

/** How words of two names are held equal: with their marks, or without when either has none at all. */
export type WordKey = (token: NameToken) => string;

export function wordKeyFor(a: PreparedName, b: PreparedName): WordKey {
  return a.marked && b.marked ? soundKey : plainKey;
}
