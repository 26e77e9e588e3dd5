// One thread of the pool: it answers each portion of questions with what the engine says of them.
import { parentPort, workerData } from "node:worker_threads";
import type { MatchModel } from "@/lib/domain/matching/vocabulary";
import { judgeAll, judgeHolders, type Question } from "@/lib/server/matching/judge";

/** What a thread is asked: the round, and the records of it. */
export interface Portion {
  id: number;
  round: "holders" | "all";
  questions: Question[];
}

const ROUNDS = { holders: judgeHolders, all: judgeAll };
const { model } = workerData as { model: MatchModel };

parentPort?.on("message", ({ id, round, questions }: Portion) => {
  parentPort?.postMessage({ id, answers: ROUNDS[round](questions, model) });
});
