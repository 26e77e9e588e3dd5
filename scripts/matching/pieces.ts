import { readSync } from "node:fs";
import { endOfRows } from "@/lib/domain/matching/bulk/csv-scanner";
import type { OpenFile } from "./file-head";

const MOST_BYTES = 4 * 2 ** 20;
const FEWEST_BYTES = 2 ** 18;
/** Enough pieces that all threads have work until the end. */
const PIECES = 64;

/** Size of the pieces that a file is read in. */
function pieceBytes(size: number): number {
  return Math.min(MOST_BYTES, Math.max(FEWEST_BYTES, Math.ceil(size / PIECES)));
}

/**
 * The rows of a file in pieces that end between rows, each in memory that threads share. A row longer
 * than a piece makes that piece longer.
 */
export function* piecesOf(file: OpenFile<string>): Generator<Uint8Array> {
  const size = pieceBytes(file.size);
  let position = file.from;
  let carried = new Uint8Array(0);
  while (position < file.size) {
    const bytes = new Uint8Array(
      new SharedArrayBuffer(carried.length + Math.min(size, file.size - position)),
    );
    bytes.set(carried);
    const read = readAll(file.fd, bytes.subarray(carried.length), position);
    position += read;
    const filled = bytes.subarray(0, carried.length + read);
    const isLast = position >= file.size || read === 0;
    const end = isLast ? filled.length : endOfRows(filled, filled.length, file.layout.delimiter);
    carried = filled.slice(end);
    if (end > 0) yield filled.subarray(0, end);
    if (read === 0) return;
  }
}

function readAll(fd: number, into: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < into.length) {
    const read = readSync(fd, into, filled, into.length - filled, position + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
