import "server-only";
import { maskNumber } from "@/lib/domain/records/mask";
import type { QueryContext } from "@/lib/server/core/query";
import type { ReadAnswer } from "@/lib/server/matching/gateway/question-log";
import { ASKED } from "./detail-sql";

/** What the registry's gateway was asked about a record last, numbers masked; null when it was not. */
export interface AskedView {
  at: Date;
  answers: ReadAnswer[];
}

export async function readAsked(
  { sql }: QueryContext,
  recordId: string,
): Promise<AskedView | null> {
  const [reading] = await sql<AskedView>(ASKED, [recordId]);
  if (!reading) return null;
  const answers = reading.answers.map((one) => ({ ...one, idNumber: maskNumber(one.idNumber) }));
  return { at: reading.at, answers };
}
