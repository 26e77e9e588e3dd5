import "server-only";
import type { MatchDecision, MatchModel } from "@/lib/domain/matching/vocabulary";
import type { Sql } from "@/lib/server/core/db";
import type { SubjectRow } from "./subjects";

export interface Compared {
  record: SubjectRow;
  decision: MatchDecision;
  /** the commune in which, by the registry, the only person who carries the record's number lives */
  residence: string | null;
}

export interface CompareContext {
  /** Opens a transaction of the caller's area where it is needed, and only for as long. */
  inScope: <T>(run: (sql: Sql) => Promise<T>) => Promise<T>;
  runId: string | null;
  model: MatchModel;
}

/**
 * The registry behind one function. Answers in the order of the records. It may take long (a network
 * lies in between), so nothing is locked and no transaction is open while it works, but for those
 * that it asks for itself.
 */
export interface RegistryComparer {
  compare(context: CompareContext, records: SubjectRow[]): Promise<Compared[]>;
}
