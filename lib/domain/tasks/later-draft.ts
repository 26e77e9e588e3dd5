import type { SavedDraft } from "./draft";

/** Of the one that the server has and the one that this browser has, the later. */
export function laterDraft(one: SavedDraft | null, other: SavedDraft | null): SavedDraft | null {
  if (!one || !other) return one ?? other;
  return one.savedAt >= other.savedAt ? one : other;
}
