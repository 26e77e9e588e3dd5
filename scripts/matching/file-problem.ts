/** A file or order that can't be worked with; `code` is a text below `matchFiles.problem`. */
export class FileProblem extends Error {
  constructor(
    readonly code:
      | "missing"
      | "unreadable"
      | "empty"
      | "columns"
      | "repeated"
      | "notText"
      | "unwritable"
      | "sameFile"
      | "diskFull"
      | "model",
    readonly params: Record<string, string> = {},
  ) {
    super(code);
  }
}
