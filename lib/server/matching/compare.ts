import "server-only";
import { numberKeys } from "@/lib/domain/matching/blocking";
import type { Candidate, MatchModel } from "@/lib/domain/matching/vocabulary";
import { findCandidates } from "./candidates";
import type { CompareContext, RegistryComparer } from "./comparer";
import { type Answer, type Judged, judgeAll, type Question } from "./judge";
import { type SubjectRow, subjectOf } from "./subjects";

/** Judges records and their candidates, here or in other threads; the answers in the same order. */
export type Judge = (questions: Question[], model: MatchModel) => Promise<Answer[]>;

export const judgeHere: Judge = async (questions, model) => judgeAll(questions, model);

/** A record that isn't decided yet, and its place among those asked for. */
interface Open {
  at: number;
  record: SubjectRow;
  keys: number[];
  question: Question;
}

/** Adds the people who are found under the keys of each record; one statement for all of them. */
async function lookUp(context: CompareContext, open: Open[]): Promise<Open[]> {
  const records = open.map(({ record }) => record);
  const found = await findCandidates(context, records, (_, at) => open[at]?.keys ?? []);
  return open.map((one, at) => {
    const { candidates } = one.question;
    const known = new Set(candidates.map(({ personId }) => personId));
    const added = (found[at] ?? []).filter(({ personId }: Candidate) => !known.has(personId));
    return { ...one, question: { ...one.question, candidates: [...candidates, ...added] } };
  });
}

function begin(record: SubjectRow, at: number): Open {
  const subject = subjectOf(record);
  const keys = subject.foreign ? [] : numberKeys(subject);
  return { at, record, keys, question: { subject, candidates: [], after: 1 } };
}

/**
 * Compares with the snapshot of the registry: one statement for each round in which people are looked
 * up, those who carry the records' numbers first, and the rest in memory.
 */
export function snapshotComparer(judge: Judge = judgeHere): RegistryComparer {
  return {
    async compare(context, records) {
      const decided = new Map<number, Judged>();
      let open = records.map(begin);
      while (open.length > 0) {
        const asked = await lookUp(context, open);
        const answers = await judge(
          asked.map(({ question }) => question),
          context.model,
        );
        open = asked.flatMap((one, i): Open[] => {
          const answer = answers[i];
          if (!answer) return [];
          if (answer.judged) {
            decided.set(one.at, answer.judged);
            return [];
          }
          const { round: after, keys } = answer;
          return [{ ...one, keys, question: { ...one.question, after } }];
        });
      }
      return records.flatMap((record, at) => {
        const judged = decided.get(at);
        return judged ? [{ record, ...judged }] : [];
      });
    },
  };
}
