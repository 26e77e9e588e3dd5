import type { Layout, PersonColumn, RecordColumn } from "@/lib/domain/matching/bulk/columns";
import type { SharedPeople } from "@/lib/domain/matching/bulk/people";
import type { PersonChunk } from "@/lib/domain/matching/bulk/person-chunk";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";

/** What a thread is born with. */
export interface ThreadData {
  model: MatchModel;
  people: Layout<PersonColumn>;
  records: Layout<RecordColumn>;
}

/** Bytes of a file, cut between rows; in memory that threads share. */
export interface Piece {
  bytes: Uint8Array;
  from: number;
}

/** What is asked of a thread; one answer each, in the order asked. */
export type Order =
  | { kind: "people"; piece: Piece }
  | { kind: "meet"; people: SharedPeople }
  | { kind: "records"; piece: Piece };

export interface RecordsAnswer {
  kind: "records";
  /** lines of the result, UTF-8 */
  lines: Uint8Array;
  records: number;
  outcomes: number[];
}

export type Answer = { kind: "people"; chunk: PersonChunk } | { kind: "meet" } | RecordsAnswer;
