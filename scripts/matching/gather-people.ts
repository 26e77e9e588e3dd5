import type { PersonColumn } from "@/lib/domain/matching/bulk/columns";
import type { SharedPeople } from "@/lib/domain/matching/bulk/people";
import { buildIndex, type IndexPiece } from "@/lib/domain/matching/bulk/people-index";
import type { PersonChunk } from "@/lib/domain/matching/bulk/person-chunk";
import { AT, PERSON_WIDTH } from "@/lib/domain/matching/bulk/person-table";
import type { Crew } from "./crew";
import type { OpenFile } from "./file-head";
import { piecesOf } from "./pieces";

export interface Gathered {
  people: SharedPeople;
  count: number;
  /** rows that name nobody */
  skipped: number;
}

/** @throws RangeError when there isn't so much memory */
const shared = (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4));

/** Reads all people of a registry file, with the threads, into memory that they share. */
export async function gatherPeople(
  file: OpenFile<PersonColumn>,
  { crew, onRead }: { crew: Crew; onRead: (bytes: number) => void },
): Promise<Gathered> {
  const pieces: Uint8Array[] = [];
  const chunks: Promise<PersonChunk>[] = [];
  const mostWaiting = crew.size * 2;
  for (const bytes of piecesOf(file)) {
    pieces.push(bytes);
    const asked = crew.ask({ kind: "people", piece: { bytes, from: 0 } });
    chunks.push(asked.then(({ chunk }) => chunk));
    if (chunks.length >= mostWaiting) await chunks[chunks.length - mostWaiting];
    onRead(bytes.length);
  }
  return join(file, pieces, await Promise.all(chunks));
}

function join(file: OpenFile<PersonColumn>, pieces: Uint8Array[], chunks: PersonChunk[]): Gathered {
  const count = chunks.reduce((sum, chunk) => sum + chunk.rows, 0);
  const table = shared(count * PERSON_WIDTH);
  const indexPieces: IndexPiece[] = [];
  let row = 0;
  for (const [piece, chunk] of chunks.entries()) {
    table.set(chunk.table, row * PERSON_WIDTH);
    for (let at = row; at < row + chunk.rows; at++) table[at * PERSON_WIDTH + AT.piece] = piece;
    indexPieces.push({ ...chunk.entries, firstRow: row });
    row += chunk.rows;
  }
  const index = buildIndex(indexPieces, shared);
  const skipped = chunks.reduce((sum, chunk) => sum + chunk.skipped, 0);
  return { people: { layout: file.layout, pieces, table, index }, count, skipped };
}
