import type { PersonColumn } from "@/lib/domain/matching/bulk/columns";
import type { SharedPeople } from "@/lib/domain/matching/bulk/people";
import { buildIndex, type IndexPiece } from "@/lib/domain/matching/bulk/people-index";
import type { PersonChunk } from "@/lib/domain/matching/bulk/person-chunk";
import type { Crew } from "./crew";
import type { OpenFile } from "./file-head";
import { piecesOf } from "./pieces";

export interface Gathered {
  people: SharedPeople;
  count: number;
  /** rows that name nobody */
  skipped: number;
}

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
  const people = {
    layout: file.layout,
    pieces,
    piece: shared(count),
    rowStart: shared(count),
    nameStart: shared(count),
    nameLength: shared(count),
    date: shared(count),
    sex: shared(count),
    number: new Float64Array(new SharedArrayBuffer(count * 8)),
  };
  const indexPieces: IndexPiece[] = [];
  let row = 0;
  for (const [at, chunk] of chunks.entries()) {
    people.piece.fill(at, row, row + chunk.rows);
    for (const name of ["rowStart", "nameStart", "nameLength", "date", "sex"] as const) {
      people[name].set(chunk[name], row);
    }
    people.number.set(chunk.number, row);
    indexPieces.push({ entries: chunk.entries, firstRow: row });
    row += chunk.rows;
  }
  const skipped = chunks.reduce((sum, chunk) => sum + chunk.skipped, 0);
  chunks.length = 0;
  return { people: { ...people, index: buildIndex(indexPieces, shared) }, count, skipped };
}
