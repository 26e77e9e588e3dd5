/** Why a file can't be read. Each has a text in `imports.json` under `file` that says what to do. */
export const FILE_ERROR_CODES = [
  "empty",
  "unknown",
  "damaged",
  "encrypted",
  "oldExcel",
  "binaryExcel",
  "openDocument",
  "notSpreadsheet",
  "webPage",
  "tooLarge",
  "suspicious",
  "tooManyColumns",
  "sheetNotFound",
  "quoteNotClosed",
  "tooManyRows",
] as const;
export type FileErrorCode = (typeof FILE_ERROR_CODES)[number];

/** A refusal of a whole file. Its message is the code alone: no name, no content of the file. */
export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "FileError";
  }
}

/** Trouble with the disk is ours, not the file's. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** Whatever a reader stumbles over inside a file means that the file is damaged. */
export function asFileError(error: unknown): unknown {
  return error instanceof FileError || isSystemError(error) ? error : new FileError("damaged");
}
