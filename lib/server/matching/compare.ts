import "server-only";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { findCandidates } from "./candidates";
import type { RegistryComparer } from "./comparer";
import { type Judged, judgeAll, type Question } from "./judge";
import { subjectOf } from "./subjects";

/** Judges records and their candidates, here or in other threads; the answers in the same order. */
export type Judge = (questions: Question[], model: MatchModel) => Promise<Judged[]>;

export const judgeHere: Judge = async (questions, model) => judgeAll(questions, model);

/** Compares with the snapshot of the registry: one statement for all candidates, the rest in memory. */
export function snapshotComparer(judge: Judge = judgeHere): RegistryComparer {
  return {
    async compare(context, records) {
      if (records.length === 0) return [];
      const found = await findCandidates(context, records);
      const questions = records.map((record, at) => ({
        subject: subjectOf(record),
        candidates: found[at] ?? [],
      }));
      const judged = await judge(questions, context.model);
      return records.flatMap((record, at) => {
        const one = judged[at];
        return one ? [{ record, ...one }] : [];
      });
    },
  };
}
