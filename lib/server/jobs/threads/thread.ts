// One thread of the pool: it answers each portion of questions with what the engine says of them.
import { parentPort, workerData } from "node:worker_threads";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { judgeAll, type Question } from "@/lib/server/matching/judge";

/** What a thread is asked. */
export interface Portion {
  id: number;
  questions: Question[];
}

const { model } = workerData as { model: MatchModel };

parentPort?.on("message", ({ id, questions }: Portion) => {
  parentPort?.postMessage({ id, answers: judgeAll(questions, model) });
});
