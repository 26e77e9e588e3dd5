/** What a key asks of the side-by-side table. */
export type CompareCommand = "up" | "down" | "keep" | "take" | "edit" | "leave" | "submit";

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode: number;
}

/** Where the focus is: on the row itself, in a text field of it, or on something else. */
export type KeyPlace = "row" | "text" | "other";

/** Key code that browsers report while an input method holds the key. */
const HELD_BY_INPUT_METHOD = 229;

const ROW_KEYS: Record<string, CompareCommand> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "keep",
  ArrowRight: "take",
  Enter: "edit",
};

/** A key event that belongs to an input method is never a command. */
export function isComposition({ isComposing, keyCode }: KeyPress): boolean {
  return isComposing || keyCode === HELD_BY_INPUT_METHOD;
}

/** Ctrl+Enter (⌘+Enter) anywhere, outside a composition. */
export function isSubmit(press: KeyPress): boolean {
  return press.key === "Enter" && (press.ctrlKey || press.metaKey) && !isComposition(press);
}

/**
 * The command of a key. Arrows and Enter count on a row only: in a text field they belong to the
 * text, where input methods also send them. Esc leaves a text field for its row.
 */
export function commandOf(press: KeyPress, place: KeyPlace): CompareCommand | null {
  if (isComposition(press)) return null;
  if (isSubmit(press)) return "submit";
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (place === "row") return ROW_KEYS[press.key] ?? null;
  return press.key === "Escape" ? "leave" : null;
}
