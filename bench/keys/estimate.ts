import type { FieldAct } from "./records";

/**
 * The keystroke-level model (Card, Moran and Newell, "The keystroke-level model for user performance
 * time with interactive systems", Communications of the ACM 23(7), 1980): seconds of an average typist
 * for a key (K), pointing with a mouse and clicking (P), a hand from keyboard to mouse (H), and making
 * up one's mind (M). It leaves out waiting and errors: an estimate of what practised people need.
 */
const SECONDS = { key: 0.28, point: 1.1, hand: 0.4, mind: 1.35 };

export interface Operators {
  keys: number;
  clicks: number;
  /** decisions: one for each field, one before the record is done */
  minds: number;
}

/** A click is a hand to the mouse, pointing with pressing, and the hand back. */
export function secondsOfWork({ keys, clicks, minds }: Operators): number {
  return keys * SECONDS.key + clicks * (SECONDS.point + 2 * SECONDS.hand) + minds * SECONDS.mind;
}

export const mindsFor = (acts: readonly FieldAct[]) => acts.length + 1;

// The sheet: name, day of birth, sex and number, each as the record has it and beside it as the registry
// has it, then a column for the state. The cursor begins in the first cell of the row.
const COLUMN_OF = { fullName: 0, birthDate: 2, idNumber: 6 };
const STATE_COLUMN = 8;
const CHORD = 2;

/** Copies the registry's cell over the record's: to it, Ctrl+C, back, Ctrl+V. */
const COPY = CHORD + 1 + CHORD;
/** F2, everything marked by Shift+Home, the text, Enter, and up again. */
const typing = (text: string) => 1 + CHORD + telexKeys(text) + 2;

/** Keys of a text by the input method Telex: a key for each letter and for each of its marks. */
export function telexKeys(text: string): number {
  return text.normalize("NFD").replace(/[đĐ]/g, "dd").length;
}

/** Those of them that a script which types for an officer leaves out: it sends such letters whole. */
export const unsentKeys = (text: string) => telexKeys(text) - text.replace(/[^ -~]/g, "").length;

/** Keys in a spreadsheet of two columns a field, for a record with these fields. */
export function sheetKeys(acts: readonly FieldAct[]): number {
  let keys = 0;
  let column = 0;
  for (const { field, typed } of acts) {
    const record = COLUMN_OF[field];
    const cell = typed === undefined ? record + 1 : record;
    keys += Math.abs(cell - column) + (typed === undefined ? COPY : typing(typed));
    column = record;
  }
  // To the state, its letter, Enter, and Home: the first cell of the next row.
  return keys + (STATE_COLUMN - column) + 3;
}
