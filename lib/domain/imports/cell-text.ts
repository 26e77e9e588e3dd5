/** Tabs and line ends may stay; C1 codes too, which are letters in text that was decoded wrongly. */
const UNSTORABLE = /[^\P{Cc}\t\n\r\u0080-\u009F]|\p{Surrogate}/gu;
const RISKY_START = /^[=+\-@\t\r]/;
const GUARDED_START = /^'[=+\-@\t\r]/;

/** Without control characters and halves of characters, which neither a database nor JSON takes. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, "");
}

/**
 * A spreadsheet runs a cell that begins with = + - @ or a tab as a formula, so a written file puts an
 * apostrophe before it. `unguardCell` takes it away when the file is read again.
 */
export function guardCell(text: string): string {
  return RISKY_START.test(text) ? `'${text}` : text;
}

export function unguardCell(text: string): string {
  return GUARDED_START.test(text) ? text.slice(1) : text;
}
