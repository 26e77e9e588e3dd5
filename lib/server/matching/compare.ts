import "server-only";
import { numberKeys } from "@/lib/domain/matching/blocking";
import type { Candidate, MatchModel } from "@/lib/domain/matching/vocabulary";
import { findCandidates } from "./candidates";
import type { CompareContext, RegistryComparer } from "./comparer";
import { type Judged, judgeAll, judgeHolders, type Opened, type Question } from "./judge";
import { type SubjectRow, subjectOf } from "./subjects";

/** Judges records and their candidates, here or in other threads; the answers in the same order. */
export interface Judge {
  holders(questions: Question[], model: MatchModel): Promise<Opened[]>;
  all(questions: Question[], model: MatchModel): Promise<Judged[]>;
}

export const judgeHere: Judge = {
  holders: async (questions, model) => judgeHolders(questions, model),
  all: async (questions, model) => judgeAll(questions, model),
};

interface Open {
  at: number;
  record: SubjectRow;
  holders: Candidate[];
  keys: number[];
}

/** The second round, for those whom the first leaves open: who else may be meant. */
async function judgeOpen(context: CompareContext, open: Open[], judge: Judge): Promise<Judged[]> {
  const records = open.map(({ record }) => record);
  const found = await findCandidates(context, records, (_, at) => open[at]?.keys ?? []);
  const questions = open.map(({ record, holders }, at) => {
    const known = new Set(holders.map((holder) => holder.personId));
    const others = (found[at] ?? []).filter((one) => !known.has(one.personId));
    return { subject: subjectOf(record), candidates: [...holders, ...others] };
  });
  return judge.all(questions, context.model);
}

/**
 * Compares with the snapshot of the registry: one statement for those who carry the records' numbers,
 * one for whom else the first leaves open, the rest in memory.
 */
export function snapshotComparer(judge: Judge = judgeHere): RegistryComparer {
  return {
    async compare(context, records) {
      if (records.length === 0) return [];
      const numbersOf = (record: SubjectRow) => numberKeys(subjectOf(record));
      const holders = await findCandidates(context, records, numbersOf);
      const questions = records.map((record, at) => ({
        subject: subjectOf(record),
        candidates: holders[at] ?? [],
      }));
      const opened = await judge.holders(questions, context.model);
      const open = records.flatMap((record, at): Open[] => {
        const { judged, keys } = opened[at] ?? { judged: null, keys: [] };
        return judged ? [] : [{ at, record, holders: holders[at] ?? [], keys }];
      });
      const last = await judgeOpen(context, open, judge);
      const late = new Map(open.map(({ at }, i) => [at, last[i]]));
      return records.flatMap((record, at) => {
        const one = opened[at]?.judged ?? late.get(at);
        return one ? [{ record, ...one }] : [];
      });
    },
  };
}
