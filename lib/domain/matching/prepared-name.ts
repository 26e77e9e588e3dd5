import { isCleanName } from "./clean-name";
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
export function prepareName(
  raw: string | null,
  model: Pick<MatchModel, "textRepairs">,
): PreparedName | null {
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

function prepareNew(raw: string, model: Pick<MatchModel, "textRepairs">): PreparedName | null {
  if (isCleanName(raw)) return withTokens({ raw, text: raw, damage: null }, raw.split(" "));
  const { text, damage } = repairName(raw, model.textRepairs);
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");
  const prepared = withTokens({ raw, text, damage }, words);
  return prepared.tokens.some((token) => /\p{L}/u.test(token.plain)) ? prepared : null;
}

function withTokens(
  of: Pick<PreparedName, "raw" | "text" | "damage">,
  words: readonly string[],
): PreparedName {
  const tokens = words.map(readToken);
  let marked = false;
  let compact = "";
  for (const token of tokens) {
    if (token.text !== token.plain) marked = true;
    compact += token.plainSound;
  }
  return { ...of, tokens, marked, compact };
}

/** How words of two names are held equal: with their marks, or without when either has none at all. */
export type WordKey = (token: NameToken) => string;

export function wordKeyFor(a: PreparedName, b: PreparedName): WordKey {
  return a.marked && b.marked ? soundKey : plainKey;
}
