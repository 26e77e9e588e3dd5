import "server-only";
import { open } from "node:fs/promises";
import { guessUtf16, readMark } from "./byte-order";
import { FileError, type FileErrorCode } from "./file-error";

const HEAD_SIZE = 4096;

/** Beginnings that tell a kind of file which can't be read, with the code that says so. */
const REFUSED: readonly (readonly [RegExp, FileErrorCode])[] = [
  [/^%PDF|^\{\\rtf/, "unknown"],
  [/^(\xEF\xBB\xBF)?\s*(<!doctype html|<html|<table|<meta|<style|<head)/i, "webPage"],
  [/^(\xEF\xBB\xBF)?\s*<\?xml.*urn:schemas-microsoft-com:office:spreadsheet/is, "oldExcel"],
  [/^(\xEF\xBB\xBF)?\s*<\?xml/i, "unknown"],
];

/**
 * Tells a workbook from a text file by the first bytes; the name is not believed, because lists are
 * renamed and web systems call their pages ".xls". Refuses what is neither.
 */
export async function sniffKind(path: string): Promise<"xlsx" | "csv"> {
  const head = await readHead(path);
  if (head.length === 0) throw new FileError("empty");
  const text = head.toString("latin1");
  if (text.startsWith("PK")) return "xlsx";
  if (text.startsWith("\xD0\xCF\x11\xE0")) throw new FileError(await compoundCode(path));
  const refused = REFUSED.find(([beginning]) => beginning.test(text));
  if (refused) throw new FileError(refused[1]);
  if (isBinary(head)) throw new FileError("unknown");
  return "csv";
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_SIZE), 0, HEAD_SIZE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The container of old Excel files is also that of new ones behind a password; the names in its
 * directory tell which. The directory may lie anywhere.
 */
async function compoundCode(path: string): Promise<FileErrorCode> {
  const wanted = Buffer.from("EncryptedPackage", "utf16le");
  const file = await open(path);
  try {
    let tail = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const piece = Buffer.concat([tail, chunk as Buffer]);
      if (piece.includes(wanted)) return "encrypted";
      tail = piece.subarray(-wanted.length);
    }
    return "oldExcel";
  } finally {
    await file.close();
  }
}

/** Too many control characters for a text that some program has written; UTF-16 is half zeros. */
function isBinary(head: Buffer): boolean {
  if (readMark(head) ?? guessUtf16(head)) return false;
  const controls = head.filter((byte) => byte < 32 && !TEXT_CONTROLS.has(byte)).length;
  return controls > head.length / 50;
}

/** Tab, line ends, form feed, end of file, and the six capitals that VISCII has among them. */
const TEXT_CONTROLS = new Set([9, 10, 12, 13, 26, 2, 5, 6, 20, 25, 30]);
